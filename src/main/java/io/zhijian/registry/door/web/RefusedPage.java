package io.zhijian.registry.door.web;

import io.zhijian.base.web.RefusalPage;

/** A no at the public door. */
public record RefusedPage(Reader reader, RefusalPage refusal) {}
