package io.zhijian.semantics.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Collects the places of the best hits, leaving out those that may not be, so that these take nobody's place. */
final class Permitted implements CollectorManager<Permitted.Best, List<Integer>> {

    private final int limit;
    private final IntPredicate may;

    Permitted(int limit, IntPredicate may) {
        this.limit = limit;
        this.may = may;
    }

    @Override
    public Best newCollector() {
        return new Best(new TopScoreDocCollectorManager(limit, null, limit).newCollector());
    }

    @Override
    public List<Integer> reduce(Collection<Best> collected) {
        // a searcher without threads of its own has one collector
        List<Integer> places = new ArrayList<>();
        for (Best best : collected) {
            for (ScoreDoc hit : best.top.topDocs().scoreDocs) {
                places.add(best.places.get(hit.doc));
            }
        }
        return places;
    }

    /** One searcher's best, with the place of every document that may be. */
    final class Best implements Collector {

        private final TopScoreDocCollector top;
        private final java.util.Map<Integer, Integer> places = new java.util.HashMap<>();

        private Best(TopScoreDocCollector top) {
            this.top = top;
        }

        @Override
        public ScoreMode scoreMode() {
            return top.scoreMode();
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            NumericDocValues values = segment.reader().getNumericDocValues(WordIndex.PLACE);
            return new FilterLeafCollector(top.getLeafCollector(segment)) {
                @Override
                public void collect(int document) throws IOException {
                    if (values.advanceExact(document) && may.test((int) values.longValue())) {
                        super.collect(document);
                        places.put(segment.docBase + document, (int) values.longValue());
                    }
                }
            };
        }
    }
}
