package io.zhijian.registry.door;

/** A service item and where it is done. */
public record PublicItem(PublicText.Item item, PublicEntry entry) {}
