package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.PlainText;
import io.zhijian.semantics.likeness.Calibration;
import io.zhijian.semantics.likeness.LabelledOverlap;
import io.zhijian.semantics.likeness.LikenessIndex;
import io.zhijian.semantics.likeness.Profile;
import io.zhijian.semantics.likeness.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Measures the search for overlaps: on proposals it has never seen, and fold by fold on those it learns from. */
final class OverlapMeasures {

    private static final int FOLDS = 5;
    private static final int TOP = 10;

    private final Path home;
    private final Vectors vectors;
    private final List<Profile> register;
    private final List<LabelledOverlap> training;
    private final BigramSearch bigrams;

    OverlapMeasures(Path home, Vectors vectors) {
        this.home = home;
        this.vectors = vectors;
        this.register = register(home);
        this.training = training(home);
        this.bigrams = new BigramSearch(
                register.stream().map(app -> PlainText.of(app.text()).text()).toList());
    }

    static List<Profile> register(Path home) {
        return LabelledOverlap.register(home.resolve("semantics/overlap/register.jsonl"));
    }

    static List<LabelledOverlap> training(Path home) {
        return LabelledOverlap.load(home.resolve("semantics/overlap/train.jsonl"));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(OverlapScore.head()));
        double cut = cut();
        Path held = home.resolve("semantics/overlap/held.jsonl");
        if (Files.exists(held)) {
            List<LabelledOverlap> proposals = LabelledOverlap.load(held);
            String set = "held out, " + proposals.size();
            LikenessIndex index = LikenessIndex.of(register, home, vectors);
            lines.add(score(proposals, one -> hits(index, one)).row(set, "similar"));
            lines.add(score(proposals, one -> byBigrams(one, cut)).row(set, "BM25 on bigrams"));
        }
        OverlapScore folds = new OverlapScore();
        for (int fold = 0; fold < FOLDS; fold++) {
            LikenessIndex index = Calibration.indexFrom(register, fold(fold, false), home, vectors);
            fold(fold, true).forEach(one -> folds.add(one, hits(index, one)));
        }
        String set = "learned from, in folds, " + training.size();
        lines.add(folds.row(set, "similar"));
        lines.add(score(training, one -> byBigrams(one, cut)).row(set, "BM25 on bigrams"));
        return lines;
    }

    private List<LabelledOverlap> fold(int fold, boolean inside) {
        List<LabelledOverlap> some = new ArrayList<>();
        for (int i = 0; i < training.size(); i++) {
            if ((i % FOLDS == fold) == inside) {
                some.add(training.get(i));
            }
        }
        return some;
    }

    private static OverlapScore score(
            List<LabelledOverlap> proposals, Function<LabelledOverlap, List<OverlapScore.Hit>> search) {
        OverlapScore score = new OverlapScore();
        proposals.forEach(one -> score.add(one, search.apply(one)));
        return score;
    }

    private static List<OverlapScore.Hit> hits(LikenessIndex index, LabelledOverlap one) {
        return index.like(one.proposal(), TOP).stream()
                .map(like -> new OverlapScore.Hit(like.app().id(), like.likely()))
                .toList();
    }

    private List<OverlapScore.Hit> byBigrams(LabelledOverlap one, double cut) {
        double[] scores = bigrams.scores(PlainText.of(one.proposal()).text());
        return BigramSearch.best(scores, register.size()).stream()
                .map(place -> new OverlapScore.Hit(register.get(place).id(), scores[place] >= cut))
                .toList();
    }

    /** From which share on BM25 had best called an overlap likely, on the proposals learned from. */
    private double cut() {
        double best = 0;
        double bestF1 = -1;
        for (int step = 1; step < 40; step++) {
            double cut = step / 40.0;
            double f1 = score(training, one -> byBigrams(one, cut)).likelyF1();
            if (f1 > bestF1) {
                bestF1 = f1;
                best = cut;
            }
        }
        return best;
    }
}
