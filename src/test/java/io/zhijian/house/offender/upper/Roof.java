package io.zhijian.house.offender.upper;

/** Planted: what the lower module must not know. */
public record Roof() {}
