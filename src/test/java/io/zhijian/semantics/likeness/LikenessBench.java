package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import io.zhijian.semantics.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Among very many apps: how fast, how large, beside BM25 on bigrams; {@code bench/likeness/run} calls it. */
final class LikenessBench {

    private static final Path HOME = Path.of(".");
    private static final int QUERIES = 400;
    private static final String[] PLACES = {"甲示", "乙例", "丙样", "丁范", "东禾", "西川", "南屏", "北星"};

    private final Random random = new Random(7);
    private final List<Profile> real = LabelledOverlap.register(Path.of("semantics/overlap/register.jsonl"));
    private final Map<String, float[]> phrases = new LinkedHashMap<>();

    private LikenessBench() {}

    public static void main(String[] words) throws IOException {
        new LikenessBench().run(Integer.parseInt(words[0]));
    }

    private void run(int count) throws IOException {
        real.forEach(app -> app.functions().forEach(phrase -> phrases.computeIfAbsent(phrase, Embedder::embed)));
        bytesAgainstFloats();
        List<String> all = List.copyOf(phrases.keySet());
        List<Profile> apps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> functions = IntStream.range(0, 2 + random.nextInt(5))
                    .mapToObj(n -> all.get(random.nextInt(all.size())))
                    .distinct()
                    .toList();
            String name = PLACES[random.nextInt(PLACES.length)]
                    + real.get(random.nextInt(real.size())).name();
            apps.add(new Profile("A" + i, name, functions, ""));
        }
        long before = used();
        long begun = System.nanoTime();
        LikenessIndex index = LikenessIndex.empty(HOME, new Known100k(), new Vectors(20_000));
        for (int from = 0; from < count; from += 5_000) {
            index.put(apps.subList(from, Math.min(count, from + 5_000)));
        }
        index.settle();
        System.out.printf(
                Locale.ROOT,
                "%d apps: built in %.1f s without understanding them, %d MB of heap%n",
                index.size(),
                (System.nanoTime() - begun) / 1e9,
                (used() - before) >> 20);
        List<Profile> proposals =
                IntStream.range(0, QUERIES).mapToObj(n -> proposal(all)).toList();
        time(
                "likeness, 40 nearest",
                proposals,
                one -> index.nearest(one, 40, id -> true).size());
        time(
                "likeness, 40 nearest of one app in 100",
                proposals,
                one -> index.nearest(one, 40, id -> id.endsWith("77")).size());
        time("understanding the proposal, part of the above", proposals, one -> Embedder.embed(one.text()).length);
        Profile changed = new Profile("A1", "改名以后", List.of("巡河打卡"), "");
        index.put(List.of(changed)); // understood once
        time("one app changed", proposals.subList(0, 50), one -> {
            index.put(List.of(new Profile("A1", changed.name(), changed.functions(), ".".repeat(random.nextInt(2)))));
            return 1;
        });
        Bigrams bigrams = new Bigrams(apps);
        time("BM25 on bigrams, 40 best", proposals, bigrams::search);
    }

    /** How many of the ten nearest by 512 floats are among the ten nearest by 512 bytes, on real texts. */
    private void bytesAgainstFloats() {
        List<float[]> floats = List.copyOf(phrases.values());
        List<Meaning> bytes = floats.stream().map(Meaning::of).toList();
        int kept = 0;
        int asked = 0;
        for (int q = 0; q < floats.size(); q += 3) {
            int query = q;
            Set<Integer> exact = ten(floats.size(), i -> Embedder.cosine(floats.get(query), floats.get(i)));
            Set<Integer> small = ten(floats.size(), i -> bytes.get(query).cosine(bytes.get(i)));
            asked += exact.size();
            exact.retainAll(small);
            kept += exact.size();
        }
        System.out.printf(
                Locale.ROOT,
                "bytes instead of floats: %.2f %% of the ten nearest kept, %d phrases%n",
                100.0 * kept / asked,
                floats.size());
    }

    private interface Closeness {
        float to(int place);
    }

    private static Set<Integer> ten(int size, Closeness closeness) {
        return new HashSet<>(IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -closeness.to(i)))
                .limit(10)
                .toList());
    }

    private Profile proposal(List<String> all) {
        List<String> functions = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(n -> all.get(random.nextInt(all.size())))
                .toList();
        return new Profile("Q", real.get(random.nextInt(real.size())).name(), functions, "");
    }

    private static void time(String what, List<Profile> proposals, ToIntFunction<Profile> search) {
        for (Profile one : proposals) {
            search.applyAsInt(one);
        }
        double[] took = new double[proposals.size()];
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            search.applyAsInt(proposals.get(i));
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-46s p50 %6.1f ms  p99 %6.1f ms%n",
                what,
                took[took.length / 2],
                took[took.length * 99 / 100]);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Vectors of made-up apps: the mean of their phrases', nothing understood. */
    private final class Known100k extends Vectors {
        @Override
        Meaning of(String text) {
            float[] mean = new float[Embedder.DIMENSION];
            int found = 0;
            for (String part : text.split("[\u3001\uff1a]")) {
                float[] phrase = phrases.get(part);
                for (int i = 0; phrase != null && i < mean.length; i++) {
                    mean[i] += phrase[i];
                }
                found += phrase == null ? 0 : 1;
            }
            if (found == 0) {
                return super.of(text);
            }
            double length = Math.sqrt(IntStream.range(0, mean.length)
                    .mapToDouble(i -> mean[i] * mean[i])
                    .sum());
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= (float) length;
            }
            return Meaning.of(mean);
        }
    }

    /** The plain way: Lucene over pairs of neighbouring characters. */
    private static final class Bigrams {

        private final IndexSearcher searcher;

        Bigrams(List<Profile> apps) throws IOException {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (Profile app : apps) {
                    Document document = new Document();
                    document.add(new TextField(
                            "text",
                            new WordIndex.Given(pairs(PlainText.of(app.text()).text()))));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        }

        private static List<String> pairs(String text) {
            return IntStream.range(0, text.length() - 1)
                    .mapToObj(i -> text.substring(i, i + 2))
                    .toList();
        }

        int search(Profile proposal) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            Strings.pairs(PlainText.of(proposal.text()).text())
                    .forEach(pair -> query.add(new TermQuery(new Term("text", pair)), BooleanClause.Occur.SHOULD));
            try {
                return searcher.search(query.build(), 40).scoreDocs.length;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
