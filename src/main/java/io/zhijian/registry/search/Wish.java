package io.zhijian.registry.search;

import java.util.List;
import java.util.Map;

/** What is asked of the index: terms that must all occur, a value along each chosen facet, and an order. */
record Wish(List<String> terms, String whole, Map<Facet, String> chosen, Sort sort) {

    /** How the hits are arranged. */
    enum Sort {
        RELEVANT,
        CHANGED,
        NAME,
        HOST
    }
}
