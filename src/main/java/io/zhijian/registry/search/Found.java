package io.zhijian.registry.search;

import io.zhijian.base.Paging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One page of a list.
 *
 * @param counts how many have which value along each facet, whatever is chosen along that facet itself
 * @param waiting those on which a finding waits that the reader may know of
 * @param ready false while the index is being filled: then nothing is counted along facets
 */
public record Found(
        Paging<Listed> paging,
        Map<Facet, Map<String, Integer>> counts,
        Set<UUID> waiting,
        List<SavedFilter> filters,
        Details details,
        boolean ready) {

    public int count(Facet facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0);
    }
}
