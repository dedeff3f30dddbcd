package io.zhijian.registry.search;

import java.util.List;
import java.util.Map;

/** What the index found: all of it, in order; and how much of it has which value along each facet. */
record Hits(int[] documents, Map<Facet, Map<String, Integer>> counts) {

    /** One page of it as rows, and the state of the index it was found in; a number beyond the end is the last page's. */
    record Page(long version, int number, int total, List<Row> rows, Map<Facet, Map<String, Integer>> counts) {}
}
