package io.zhijian.registry.nearest;

import java.util.Locale;

/** What a like app may be good for. */
public enum Use {
    /** 可嵌入: shared from above or already used here, so that the work could become a part of it. */
    EMBED,
    /** 可合建: a neighbour with the same work. */
    COOPERATE,
    /** 与已关停应用相近. */
    ENDED,
    /** Simply like. */
    SIMILAR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
