package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import io.zhijian.semantics.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The apps known, ready to be compared with a proposal: nearest by meaning (all are looked at) and by words, each pair
 * then weighed. Safe for many threads once built.
 */
public final class LikenessIndex {

    /** How many candidates each of the two searches gives. */
    private static final int CANDIDATES = 150;

    private final List<Known> apps;
    private final Topics topics;
    private final Strings strings = new Strings();
    private final Map<String, Double> rarity = new HashMap<>();
    private final WordIndex words;
    private final LikelyModel model;
    private final Explanation explanation;

    private LikenessIndex(List<Known> apps, Topics topics, LikelyModel model, Vectors vectors) {
        this.apps = apps;
        this.topics = topics;
        this.model = model;
        this.words = new WordIndex(apps);
        this.explanation = new Explanation(topics, vectors);
        Map<String, Integer> counts = new HashMap<>();
        for (Known app : apps) {
            strings.add(app.all());
            app.topics().keySet().forEach(topic -> counts.merge(topic, 1, Integer::sum));
        }
        counts.forEach((topic, count) -> rarity.put(topic, Math.log((apps.size() + 1) / (count + 0.5))));
    }

    /**
     * Builds the index.
     *
     * @param home the folder that holds {@code semantics/}
     * @param vectors those known are not made again
     */
    public static LikenessIndex of(List<Profile> profiles, Path home, Vectors vectors) {
        return of(profiles, home, vectors, LikelyModel.read(home.resolve("semantics/likely.model")));
    }

    static LikenessIndex of(List<Profile> profiles, Path home, Vectors vectors, LikelyModel model) {
        Topics topics = Topics.load(home.resolve("semantics/topics.yaml"));
        List<Known> apps = profiles.parallelStream()
                .map(profile -> Known.of(profile, topics, vectors))
                .toList();
        return new LikenessIndex(apps, topics, model, vectors);
    }

    public int size() {
        return apps.size();
    }

    /**
     * The apps most like a proposal, best first: at least {@code top} where there are as many, and every likely one.
     *
     * @param proposal a sentence or a page
     */
    public List<Likeness> like(String proposal, int top) {
        PlainText plain = PlainText.of(proposal);
        Meaning meaning = Meaning.of(Embedder.embed(proposal));
        PairFeatures features = features(plain.text(), meaning);
        List<Scored> scored = new ArrayList<>();
        for (int place : candidates(plain.text(), meaning)) {
            Known app = apps.get(place);
            scored.add(new Scored(app, model.chance(features.with(app))));
        }
        scored.sort(Comparator.comparingDouble(Scored::chance)
                .reversed()
                .thenComparing(one -> one.app().profile().id()));
        List<Likeness> likenesses = new ArrayList<>();
        for (Scored one : scored) {
            boolean likely = one.chance() >= LikelyModel.LIKELY_FROM;
            if (likely || likenesses.size() < top) {
                likenesses.add(explanation.of(plain.text(), one.app(), one.chance(), likely));
            }
        }
        return likenesses;
    }

    private record Scored(Known app, double chance) {}

    PairFeatures features(String plain, Meaning meaning) {
        return new PairFeatures(topics.of(plain, ""), meaning, Strings.pairs(plain), strings, rarity);
    }

    List<Known> apps() {
        return apps;
    }

    private Set<Integer> candidates(String plain, Meaning meaning) {
        Set<Integer> places = new LinkedHashSet<>(nearest(meaning));
        places.addAll(words.like(plain, CANDIDATES));
        return places;
    }

    /** By meaning: half a millisecond for each ten thousand apps, none is left out. */
    private List<Integer> nearest(Meaning meaning) {
        record Near(int place, float cosine) {}
        PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
        float[] cosines = new float[apps.size()];
        IntStream range = IntStream.range(0, apps.size());
        (apps.size() > 20_000 ? range.parallel() : range)
                .forEach(i -> cosines[i] = meaning.cosine(apps.get(i).workMeaning()));
        for (int i = 0; i < cosines.length; i++) {
            if (best.size() < CANDIDATES || cosines[i] > best.element().cosine()) {
                best.add(new Near(i, cosines[i]));
                if (best.size() > CANDIDATES) {
                    best.remove();
                }
            }
        }
        return best.stream().map(Near::place).toList();
    }
}
