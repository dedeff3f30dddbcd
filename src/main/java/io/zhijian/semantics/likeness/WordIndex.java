package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Finds apps by the words they share with a proposal, the rare ones counting more (BM25). */
final class WordIndex {

    static final String PLACE = "place";

    private static final String ID = "id";
    private static final String FIELD = "words";
    private static final int ASKED_WORDS = 200;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    WordIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig().setRAMBufferSizeMB(64));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in an app, or what it has become; seen after {@link #refresh}. */
    void put(int place, Known app) {
        Document document = new Document();
        document.add(new StringField(ID, app.profile().id(), Field.Store.NO));
        document.add(new NumericDocValuesField(PLACE, place));
        document.add(new TextField(FIELD, new Given(Words.of(app.all()))));
        try {
            writer.updateDocument(new Term(ID, app.profile().id()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String id) {
        try {
            writer.deleteDocuments(new Term(ID, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings all into one piece, which is quicker to search. */
    void settle() {
        try {
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    /** The places of the likeliest apps among those that may be, best first. */
    List<Integer> like(String plain, int limit, IntPredicate may) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        new LinkedHashSet<>(Words.of(plain))
                .stream()
                        .limit(ASKED_WORDS)
                        .forEach(word -> query.add(new TermQuery(new Term(FIELD, word)), BooleanClause.Occur.SHOULD));
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return searcher.search(query.build(), new Permitted(limit, may));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that were cut already. */
    static final class Given extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> words;

        Given(List<String> words) {
            this.words = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (words.hasNext()) {
                term.append(words.next());
                return true;
            }
            return false;
        }
    }
}
