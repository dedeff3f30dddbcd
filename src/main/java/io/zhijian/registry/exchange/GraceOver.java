package io.zhijian.registry.exchange;

import io.zhijian.rules.FindingsMoved.Moved;
import java.util.List;

/** The days in which a host was told of no findings are over; these still stand open. */
public record GraceOver(List<Moved> open) {}
