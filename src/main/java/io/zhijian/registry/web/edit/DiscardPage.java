package io.zhijian.registry.web.edit;

import io.zhijian.registry.draft.Draft;

/** Asks whether what was typed shall really be thrown away. */
public record DiscardPage(Draft draft) {}
