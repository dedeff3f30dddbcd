package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.PlainText;
import io.zhijian.semantics.check.Breach;
import io.zhijian.semantics.check.Checked;
import io.zhijian.semantics.check.LabelledText;
import io.zhijian.semantics.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Two plain ways of checking a text, to compare with: a list of words, and the texts most like it. */
final class PlainChecks {

    private static final int NEIGHBOURS = 5;

    private PlainChecks() {}

    /** Whatever holds a listed word breaks that word's article. */
    static Checked byKeywords(String text, Map<String, Integer> keywords) {
        String plain = PlainText.of(text).text();
        Set<Integer> articles = new TreeSet<>();
        keywords.forEach((word, article) -> {
            if (plain.contains(word)) {
                articles.add(article);
            }
        });
        return checked(articles.isEmpty() ? Verdict.BENIGN : Verdict.VIOLATION, articles);
    }

    /** Reads a list of words: on each line an article and its words. */
    static Map<String, Integer> keywords(Path file) {
        Map<String, Integer> keywords = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                if (!line.startsWith("#")) {
                    Arrays.stream(words).skip(1).forEach(word -> keywords.put(word, Integer.valueOf(words[0])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keywords;
    }

    /** The five texts most like it vote. */
    static Checked byNeighbours(String text, BigramSearch search, List<LabelledText> labelled) {
        double[] scores = search.scores(PlainText.of(text).text());
        Map<Verdict, Double> votes = new HashMap<>();
        Map<Integer, Double> articles = new HashMap<>();
        for (int place : BigramSearch.best(scores, NEIGHBOURS)) {
            LabelledText near = labelled.get(place);
            votes.merge(near.verdict(), scores[place], Double::sum);
            near.articles().forEach(article -> articles.merge(article, scores[place], Double::sum));
        }
        double all = votes.values().stream().mapToDouble(Double::doubleValue).sum();
        Verdict verdict = votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Verdict.UNSURE);
        Set<Integer> said = new TreeSet<>();
        articles.forEach((article, vote) -> {
            if (vote * 2 >= all) {
                said.add(article);
            }
        });
        return checked(verdict, said);
    }

    private static Checked checked(Verdict verdict, Set<Integer> articles) {
        List<Breach> breaches = new ArrayList<>();
        articles.forEach(article -> breaches.add(new Breach("K23", article, "A" + article + ".1", 1, List.of())));
        return new Checked(verdict, 1, List.copyOf(breaches));
    }
}
