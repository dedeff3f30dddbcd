package io.zhijian.house.offender;

/** Root of two planted modules, the lower of which reaches up; the guard on module walls must find it. */
public final class Offender {}
