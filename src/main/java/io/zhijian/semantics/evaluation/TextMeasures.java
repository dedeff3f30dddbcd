package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.PlainText;
import io.zhijian.semantics.check.Checked;
import io.zhijian.semantics.check.Checker;
import io.zhijian.semantics.check.LabelledText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Measures the text check: on texts it has never seen, and fold by fold on those it learns from. */
final class TextMeasures {

    private static final int FOLDS = 5;

    private final Path home;
    private final List<LabelledText> training;
    private final Map<String, Integer> keywords;

    TextMeasures(Path home) {
        this.home = home;
        this.training = Checker.trainingTexts(home);
        this.keywords = PlainChecks.keywords(home.resolve("semantics/keywords.txt"));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(TextScore.head()));
        Path held = home.resolve("semantics/texts/held.jsonl");
        if (Files.exists(held)) {
            List<LabelledText> texts = LabelledText.load(held);
            String set = "held out, " + texts.size();
            Checker checker = Checker.load(home);
            lines.add(row(set, "check", texts, all(texts, checker::check)));
            lines.add(row(set, "list of words", texts, all(texts, this::byKeywords)));
            lines.add(row(set, "BM25 on bigrams, five nearest", texts, all(texts, byNeighbours(training))));
        }
        Map<String, Checked> learned = folds(rest -> Checker.learnFrom(home, rest)::check);
        Map<String, Checked> near = folds(this::byNeighbours);
        bySource().forEach((source, texts) -> {
            String set = source + ", " + texts.size();
            lines.add(row(set, "check", texts, learned));
            lines.add(row(set, "list of words", texts, all(texts, this::byKeywords)));
            lines.add(row(set, "BM25 on bigrams, five nearest", texts, near));
        });
        return lines;
    }

    private Checked byKeywords(String text) {
        return PlainChecks.byKeywords(text, keywords);
    }

    private Function<String, Checked> byNeighbours(List<LabelledText> labelled) {
        BigramSearch search = new BigramSearch(
                labelled.stream().map(text -> PlainText.of(text.text()).text()).toList());
        return text -> PlainChecks.byNeighbours(text, search, labelled);
    }

    /** Each text is answered by what has learned from the texts of other sources only. */
    private Map<String, Checked> folds(Function<List<LabelledText>, Function<String, Checked>> learn) {
        Map<String, Checked> answers = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Function<String, Checked> learned = learn.apply(
                    training.stream().filter(text -> fold(text) != left).toList());
            answers.putAll(
                    all(training.stream().filter(text -> fold(text) == left).toList(), learned));
        }
        return answers;
    }

    private static int fold(LabelledText text) {
        return Math.floorMod(text.source().hashCode(), FOLDS);
    }

    private static Map<String, Checked> all(List<LabelledText> texts, Function<String, Checked> check) {
        Map<String, Checked> answers = new HashMap<>();
        texts.forEach(text -> answers.put(text.id(), check.apply(text.text())));
        return answers;
    }

    /** By the letters that ids begin with: one author each. */
    private SortedMap<String, List<LabelledText>> bySource() {
        SortedMap<String, List<LabelledText>> sources = new TreeMap<>();
        training.forEach(text -> sources.computeIfAbsent(
                        "learned from, in folds: " + text.id().replaceAll("[0-9]+$", ""), source -> new ArrayList<>())
                .add(text));
        return sources;
    }

    private static String row(String set, String way, List<LabelledText> texts, Map<String, Checked> answers) {
        TextScore score = new TextScore();
        for (LabelledText text : texts) {
            Checked answer = answers.get(text.id());
            if (answer != null) {
                score.add(text, answer);
            }
        }
        return score.row(set, way);
    }
}
