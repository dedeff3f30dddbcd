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
    public List<Integer> reduce(Collection<Best> collected) throws IOException {
        // a searcher without threads of its own has one collector
        List<Integer> places = new ArrayList<>();
        for (Best best : collected) {
            for (ScoreDoc hit : best.top.topDocs().scoreDocs) {
                places.add(best.place(hit.doc));
            }
        }
        return places;
    }

    /** One searcher's best. */
    final class Best implements Collector {

        private final TopScoreDocCollector top;
        private final List<LeafReaderContext> segments = new ArrayList<>();

        private Best(TopScoreDocCollector top) {
            this.top = top;
        }

        private int place(int document) throws IOException {
            LeafReaderContext segment = segments.stream()
                    .filter(one -> document >= one.docBase
                            && document < one.docBase + one.reader().maxDoc())
                    .findFirst()
                    .orElseThrow();
            NumericDocValues values = segment.reader().getNumericDocValues(WordIndex.PLACE);
            values.advanceExact(document - segment.docBase);
            return (int) values.longValue();
        }

        @Override
        public ScoreMode scoreMode() {
            return top.scoreMode();
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            segments.add(segment);
            NumericDocValues values = segment.reader().getNumericDocValues(WordIndex.PLACE);
            return new FilterLeafCollector(top.getLeafCollector(segment)) {
                @Override
                public void collect(int document) throws IOException {
                    if (values.advanceExact(document) && may.test((int) values.longValue())) {
                        super.collect(document);
                    }
                }
            };
        }
    }
}
