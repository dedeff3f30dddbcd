package io.zhijian.registry.api;

import io.zhijian.registry.door.web.Reader;

/** Where open data can be taken away, and on what terms. */
public record OpenDataPage(Reader reader, int entries, int items) {}
