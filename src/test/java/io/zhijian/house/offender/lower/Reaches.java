package io.zhijian.house.offender.lower;

import io.zhijian.house.offender.upper.Roof;

/** Planted: an arrow nobody declared. */
public record Reaches(Roof up) {}
