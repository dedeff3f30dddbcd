package io.zhijian.registry.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/** The documents of the index in one order, kept sorted while documents are added. */
final class Order {

    /** Above this many new documents a merge is cheaper than putting each in its place. */
    private static final int MERGED = 64;

    private final List<Row> rows;
    private final Comparator<Row> comparator;
    private int[] documents = new int[0];
    private int[] rank = new int[0];

    Order(List<Row> rows, Comparator<Row> comparator) {
        this.rows = rows;
        this.comparator = comparator.thenComparing(row -> row.shown().id());
    }

    /** Takes in the documents numbered from here on. */
    void add(int from) {
        int added = rows.size() - from;
        documents = added > MERGED ? merged(from) : inserted(from);
        rank = new int[documents.length];
        for (int i = 0; i < documents.length; i++) {
            rank[documents[i]] = i;
        }
    }

    private int[] inserted(int from) {
        int[] sorted = Arrays.copyOf(documents, rows.size());
        for (int document = from; document < rows.size(); document++) {
            int place = place(sorted, document);
            System.arraycopy(sorted, place, sorted, place + 1, document - place);
            sorted[place] = document;
        }
        return sorted;
    }

    /** Where among the first so many a document belongs. */
    private int place(int[] sorted, int document) {
        int low = 0;
        int high = document;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(sorted[middle], document) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] merged(int from) {
        int[] added = IntStream.range(from, rows.size())
                .boxed()
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] merged = new int[rows.size()];
        int left = 0;
        int right = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean old =
                    right == added.length || left < documents.length && compare(documents[left], added[right]) <= 0;
            merged[i] = old ? documents[left++] : added[right++];
        }
        return merged;
    }

    private int compare(int one, int other) {
        return comparator.compare(rows.get(one), rows.get(other));
    }

    /** These documents in this order. */
    int[] arrange(RoaringBitmap found) {
        if (found.getCardinality() < documents.length >>> 5) {
            // few: sorted by their ranks, instead of walking through all that are not among them
            int[] ranks = new int[found.getCardinality()];
            int n = 0;
            for (var rest = found.getIntIterator(); rest.hasNext(); ) {
                ranks[n++] = rank[rest.next()];
            }
            Arrays.sort(ranks);
            return Arrays.stream(ranks).map(place -> documents[place]).toArray();
        }
        var bits = new java.util.BitSet(documents.length);
        found.forEach((org.roaringbitmap.IntConsumer) bits::set);
        int[] arranged = new int[found.getCardinality()];
        int n = 0;
        for (int document : documents) {
            if (bits.get(document)) {
                arranged[n++] = document;
            }
        }
        return arranged;
    }
}
