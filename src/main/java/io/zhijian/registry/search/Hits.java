package io.zhijian.registry.search;

import java.util.List;
import java.util.Map;

/** What the index found: all of it, in order; and how much of it has which value along each facet. */
record Hits(int[] documents, Map<Facet, Map<String, Integer>> counts) {

    /** One page of it as rows; a number beyond the end is that of the last page. */
    record Page(int number, int total, List<Row> rows, Map<Facet, Map<String, Integer>> counts) {}
}
