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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was learned from labelled texts: chances of each verdict, of each article, and of each point. */
final class CheckModel {

    static final int FIRST_ARTICLE = 3;
    static final int LAST_ARTICLE = 16;
    private static final int ARTICLES = LAST_ARTICLE - FIRST_ARTICLE + 1;
    private static final int VERDICTS = 3;

    /** A string of characters is known from this many texts on. */
    private static final int KNOWN_FROM = 3;

    private final Features features;
    private final List<String> strings;
    private final List<String> points;
    private final Linear whole;
    private final Linear fine;

    private CheckModel(Cues cues, List<String> strings, List<String> points) {
        this.strings = strings;
        this.points = points;
        Map<String, Integer> places = new HashMap<>();
        strings.forEach(string -> places.put(string, places.size()));
        this.features = new Features(cues, places);
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
        return new Chances(softmax(scores), articles, fineChances);
    }

    private static double[] softmax(double[] scores) {
        double[] chances = new double[VERDICTS];
        double sum = 0;
        for (int i = 0; i < VERDICTS; i++) {
            chances[i] = Math.exp(Math.clamp(scores[i], -20, 20));
            sum += chances[i];
        }
        for (int i = 0; i < VERDICTS; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** Learns from labelled texts; texts on which people differ teach nothing. */
    static CheckModel learn(Cues cues, List<LabelledText> labelled) {
        List<LabelledText> texts = labelled.stream()
                .filter(text -> text.verdict() != Verdict.UNSURE)
                .toList();
        List<String> plain =
                texts.stream().map(text -> PlainText.of(text.text()).text()).toList();
        CheckModel model = new CheckModel(cues, known(plain), points(texts));
        List<Features.Vector> vectors =
                plain.parallelStream().map(model.features::of).toList();
        double[] weight =
                texts.stream().mapToDouble(text -> text.firm() ? 1 : 0.4).toArray();
        Training training = new Training(model.whole, vectors, 2e-3);
        for (int i = 0; i < VERDICTS; i++) {
            Verdict verdict = Verdict.values()[i];
            training.fit(i, truth(texts, text -> text.verdict() == verdict ? 1 : -1), weight);
        }
        for (int i = 0; i < ARTICLES; i++) {
            int article = FIRST_ARTICLE + i;
            training.fit(VERDICTS + i, truth(texts, text -> text.articles().contains(article) ? 1 : -1), weight);
        }
        Training finer = new Training(model.fine, vectors, 2e-3);
        for (int i = 0; i < model.points.size(); i++) {
            String point = model.points.get(i);
            finer.fit(
                    i,
                    truth(
                            texts,
                            text -> text.points().isEmpty() ? 0 : text.points().contains(point) ? 1 : -1),
                    weight);
        }
        return model;
    }

    private static byte[] truth(List<LabelledText> texts, java.util.function.ToIntFunction<LabelledText> truth) {
        byte[] all = new byte[texts.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) truth.applyAsInt(texts.get(i));
        }
        return all;
    }

    private static List<String> known(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> new HashSet<>(Features.strings(text)).forEach(s -> counts.merge(s, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= KNOWN_FROM)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> points(List<LabelledText> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> text.points().forEach(point -> counts.merge(point, 1, Integer::sum)));
        return new ArrayList<>(new TreeSet<>(counts.keySet()));
    }

    void write(Path file, String origin) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(origin);
            writeAll(out, strings);
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
            CheckModel model = new CheckModel(cues, readAll(in), readAll(in));
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
