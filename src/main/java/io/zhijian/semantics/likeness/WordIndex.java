package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Finds apps by the words they share with a proposal, the rare ones counting more (BM25). */
final class WordIndex {

    private static final String FIELD = "words";

    private final IndexSearcher searcher;

    WordIndex(List<Known> apps) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            // one thread and one segment, so that an app's place here is its place in the list
            IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(256);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (Known app : apps) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, new Given(Words.of(app.all()))));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of the likeliest apps, best first. */
    List<Integer> like(String plain, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        new LinkedHashSet<>(Words.of(plain))
                .stream()
                        .limit(200)
                        .forEach(word -> query.add(new TermQuery(new Term(FIELD, word)), BooleanClause.Occur.SHOULD));
        try {
            List<Integer> places = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                places.add(hit.doc);
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that were cut already. */
    private static final class Given extends TokenStream {

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
