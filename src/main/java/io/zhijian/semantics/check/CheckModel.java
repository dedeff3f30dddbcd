package io.zhijian.semantics.check;

import io.zhijian.semantics.PlainText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What was learned from labelled texts: chances of each verdict, of each article, and of each point. */
final class CheckModel {

    static final int FIRST_ARTICLE = 3;
    static final int LAST_ARTICLE = 16;
    private static final int ARTICLES = LAST_ARTICLE - FIRST_ARTICLE + 1;
    private static final int VERDICTS = 3;

    private final Grams grams;
    private final Neighbours neighbours;
    private final Features features;
    private final List<String> points;
    private final Linear whole;
    private final Linear fine;

    private CheckModel(Cues cues, Grams grams, Neighbours neighbours, List<String> points) {
        this.grams = grams;
        this.neighbours = neighbours;
        this.points = points;
        this.features = new Features(cues, grams, neighbours, VERDICTS + ARTICLES);
        this.whole = new Linear(VERDICTS + ARTICLES, features.denseSize(), features.sparseSize());
        this.fine = new Linear(points.size(), features.denseSize(), features.sparseSize());
    }

    /**
     * The chances of one text.
     *
     * @param verdicts violation, exception, benign; they add up to one
     * @param articles by article less 3: that it is what the text is about
     * @param points by point: that it is the one
     */
    record Chances(double[] verdicts, double[] articles, Map<String, Double> points) {
        double article(int article) {
            return articles[article - FIRST_ARTICLE];
        }

        double of(Verdict verdict) {
            return verdicts[verdict.ordinal()];
        }
    }

    Chances chances(String plain) {
        Features.Vector vector = features.of(plain);
        double[] scores = whole.scores(vector);
        double[] articles = new double[ARTICLES];
        for (int i = 0; i < ARTICLES; i++) {
            articles[i] = Linear.chance(scores[VERDICTS + i]);
        }
        Map<String, Double> fineChances = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            fineChances.put(points.get(i), Linear.chance(fine.score(i, vector)));
        }
        return new Chances(Linear.softmax(scores, VERDICTS), articles, fineChances);
    }

    /** Learns from labelled texts; texts on which people differ teach nothing. */
    static CheckModel learn(Cues cues, List<LabelledText> labelled) {
        List<LabelledText> texts = labelled.stream()
                .filter(text -> text.verdict() != Verdict.UNSURE)
                .toList();
        List<String> plain =
                texts.stream().map(text -> PlainText.of(text.text()).text()).toList();
        Grams grams = Grams.learn(plain);
        List<Neighbours.Neighbour> neighbours = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> new Neighbours.Neighbour(
                        Features.meaning(plain.get(i)), grams.of(plain.get(i)), answers(texts.get(i))))
                .toList();
        CheckModel model = new CheckModel(cues, grams, new Neighbours(neighbours), points(texts));
        List<Features.Vector> vectors = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> model.features.of(
                        plain.get(i),
                        neighbours.get(i).meaning(),
                        neighbours.get(i).grams(),
                        i))
                .toList();
        double[] weight =
                texts.stream().mapToDouble(text -> text.firm() ? 1 : 0.4).toArray();
        Training training = new Training(model.whole, vectors, weight);
        training.fitOneOf(
                VERDICTS,
                texts.stream().mapToInt(text -> text.verdict().ordinal()).toArray());
        IntStream.rangeClosed(FIRST_ARTICLE, LAST_ARTICLE)
                .parallel()
                .forEach(article -> training.fit(
                        VERDICTS + article - FIRST_ARTICLE,
                        truth(texts, text -> text.articles().contains(article) ? 1 : -1)));
        Training finer = new Training(model.fine, vectors, weight);
        IntStream.range(0, model.points.size()).parallel().forEach(i -> {
            String point = model.points.get(i);
            finer.fit(
                    i,
                    truth(
                            texts,
                            text -> text.points().isEmpty() ? 0 : text.points().contains(point) ? 1 : -1));
        });
        return model;
    }

    private static byte[] truth(List<LabelledText> texts, java.util.function.ToIntFunction<LabelledText> truth) {
        byte[] all = new byte[texts.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) truth.applyAsInt(texts.get(i));
        }
        return all;
    }

    private static int answers(LabelledText text) {
        int bits = 1 << text.verdict().ordinal();
        for (int article : text.articles()) {
            bits |= 1 << VERDICTS + article - FIRST_ARTICLE;
        }
        return bits;
    }

    private static List<String> points(List<LabelledText> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> text.points().forEach(point -> counts.merge(point, 1, Integer::sum)));
        return new ArrayList<>(new TreeSet<>(counts.keySet()));
    }

    void write(Path file, String origin) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(origin);
            grams.write(out);
            neighbours.write(out);
            writeAll(out, points);
            whole.write(out);
            fine.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckModel read(Path file, Cues cues, String origin) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (!in.readUTF().equals(origin)) {
                throw new IllegalStateException(
                        file + ": learned from other texts or cues; run ./zhijian evaluate --learn");
            }
            CheckModel model = new CheckModel(cues, Grams.read(in), Neighbours.read(in), readAll(in));
            model.whole.read(in);
            model.fine.read(in);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> words = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            words.add(in.readUTF());
        }
        return words;
    }
}
