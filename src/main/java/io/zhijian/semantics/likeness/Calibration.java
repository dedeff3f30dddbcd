package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import io.zhijian.semantics.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fits the chance of an overlap to labelled proposals, each held against every app of a register. */
public final class Calibration {

    private Calibration() {}

    /** Fits and writes {@code semantics/likely.model}. */
    public static void learn(List<Profile> register, List<LabelledOverlap> labelled, Path home, Vectors vectors) {
        fit(register, labelled, home, vectors).write(home.resolve("semantics/likely.model"));
    }

    static LikelyModel fit(List<Profile> register, List<LabelledOverlap> labelled, Path home, Vectors vectors) {
        // what the index weighs with does not matter here; only its pairs are looked at
        LikelyModel none = LikelyModel.fit(List.of(new double[PairFeatures.COUNT]), List.of(false));
        LikenessIndex index = LikenessIndex.of(register, home, vectors, none);
        List<double[]> features = new ArrayList<>();
        List<Boolean> overlaps = new ArrayList<>();
        for (LabelledOverlap one : labelled) {
            Meaning meaning = Meaning.of(Embedder.embed(one.proposal()));
            PairFeatures pair = index.features(PlainText.of(one.proposal()).text(), meaning);
            for (Known app : index.apps()) {
                features.add(pair.with(app));
                overlaps.add(one.overlapping().contains(app.profile().id()));
            }
        }
        return LikelyModel.fit(features, overlaps);
    }

    /**
     * An index whose weights have seen none but these proposals; for cross-validation.
     *
     * @param labelled the proposals to learn from
     */
    public static LikenessIndex indexFrom(
            List<Profile> register, List<LabelledOverlap> labelled, Path home, Vectors vectors) {
        return LikenessIndex.of(register, home, vectors, fit(register, labelled, home, vectors));
    }
}
