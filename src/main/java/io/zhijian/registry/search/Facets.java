package io.zhijian.registry.search;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Which documents have which value along each facet. */
final class Facets {

    private static final RoaringBitmap NONE = new RoaringBitmap();

    private final Map<Facet, Map<String, RoaringBitmap>> values = new EnumMap<>(Facet.class);

    void add(int document, Listed row) {
        for (Facet facet : Facet.values()) {
            String value = facet.of(row);
            if (value != null) {
                holding(facet, value).add(document);
            }
        }
    }

    /** The documents with this value, to be changed by the index alone. */
    RoaringBitmap holding(Facet facet, String value) {
        return values.computeIfAbsent(facet, any -> new HashMap<>()).computeIfAbsent(value, any -> new RoaringBitmap());
    }

    RoaringBitmap of(Facet facet, String value) {
        return values.getOrDefault(facet, Map.of()).getOrDefault(value, NONE);
    }

    /**
     * Those of the documents that have every value chosen.
     *
     * @param owned those whose findings may be read
     * @param without the facet whose own choice does not count
     */
    RoaringBitmap narrowed(
            RoaringBitmap base, RoaringBitmap owned, Map<Facet, String> chosen, @Nullable Facet without) {
        RoaringBitmap found = base;
        for (Map.Entry<Facet, String> choice : chosen.entrySet()) {
            if (choice.getKey() != without) {
                found = RoaringBitmap.and(found, of(choice.getKey(), choice.getValue()));
            }
            if (choice.getKey() == Facet.FINDINGS && without != Facet.FINDINGS) {
                found = RoaringBitmap.and(found, owned);
            }
        }
        return found;
    }

    /** How many of the documents have each value, along each facet as if nothing were chosen along it. */
    Map<Facet, Map<String, Integer>> counts(
            RoaringBitmap base, RoaringBitmap found, RoaringBitmap owned, Map<Facet, String> chosen) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        values.forEach((facet, ofFacet) -> {
            RoaringBitmap among = chosen.containsKey(facet) ? narrowed(base, owned, chosen, facet) : found;
            RoaringBitmap told = facet == Facet.FINDINGS ? RoaringBitmap.and(among, owned) : among;
            Map<String, Integer> counted = new HashMap<>();
            ofFacet.forEach((value, documents) -> {
                int count = RoaringBitmap.andCardinality(told, documents);
                if (count > 0) {
                    counted.put(value, count);
                }
            });
            counts.put(facet, counted);
        });
        return counts;
    }
}
