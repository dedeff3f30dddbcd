package io.zhijian.registry.exchange.web;

import io.zhijian.base.Paging;
import io.zhijian.registry.exchange.stage.Import;

/** The imports within reach, the latest first. */
public record ImportsPage(Paging<Import> found) {}
