package io.zhijian.registry.door.web;

/** A no at the public door. */
public record RefusedPage(Reader reader, String title, String words) {}
