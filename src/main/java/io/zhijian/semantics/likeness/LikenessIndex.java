package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import io.zhijian.semantics.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The apps known, ready to be compared with a proposal: nearest by meaning (all are looked at) and by words, each pair
 * then weighed. Safe for many threads; apps come, change and go while others ask.
 */
public final class LikenessIndex {

    /** How many candidates each of the two searches gives. */
    private static final int CANDIDATES = 150;

    private final Shelf shelf = new Shelf();
    private final Topics topics;
    private final LikelyModel model;
    private final Vectors vectors;
    private final Explanation explanation;

    private LikenessIndex(Topics topics, LikelyModel model, Vectors vectors, Vectors phrases) {
        this.topics = topics;
        this.model = model;
        this.vectors = vectors;
        this.explanation = new Explanation(topics, phrases);
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
        LikenessIndex index =
                new LikenessIndex(Topics.load(home.resolve("semantics/topics.yaml")), model, vectors, vectors);
        index.put(profiles);
        index.settle();
        return index;
    }

    /**
     * An index that fills with {@link #put}.
     *
     * @param vectors of the apps
     * @param phrases of single functions and of what people type; better not kept
     */
    public static LikenessIndex empty(Path home, Vectors vectors, Vectors phrases) {
        return new LikenessIndex(
                Topics.load(home.resolve("semantics/topics.yaml")),
                LikelyModel.read(home.resolve("semantics/likely.model")),
                vectors,
                phrases);
    }

    /** Takes in apps, and anew those of which something else is known now; the same again costs nothing. */
    public void put(Collection<Profile> profiles) {
        List<Known> known = profiles.stream().filter(profile -> !shelf.holds(profile)).toList().parallelStream()
                .map(profile -> Known.of(profile, topics, vectors))
                .toList();
        if (!known.isEmpty()) {
            shelf.change(known, List.of());
        }
    }

    /** Forgets apps. */
    public void remove(Collection<String> ids) {
        shelf.change(List.of(), ids);
    }

    /** Many came at once: makes asking quicker. */
    public void settle() {
        shelf.words().settle();
    }

    public int size() {
        return shelf.state().size();
    }

    /**
     * The apps most like a proposal, best first: at least {@code top} where there are as many, and every likely one.
     *
     * @param proposal a sentence or a page
     */
    public List<Likeness> like(String proposal, int top) {
        List<Likeness> likenesses = new ArrayList<>();
        for (Near one : weighed(proposal, id -> true)) {
            if (one.likely() || likenesses.size() < top) {
                likenesses.add(explanation.of(PlainText.of(proposal).text(), one, one.likely()));
            }
        }
        return likenesses;
    }

    /**
     * The apps most like another, best first, without saying why.
     *
     * @param within whether an app, by its id, may be among them; the others take nobody's place
     */
    public List<Near> nearest(Profile proposal, int most, Predicate<String> within) {
        List<Near> all = weighed(proposal.text(), within);
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Says why; where asked for function by function, which takes some milliseconds for every new function. */
    public Likeness explain(Profile proposal, Near near, boolean functions) {
        return explanation.of(proposal, near, functions);
    }

    private List<Near> weighed(String proposal, Predicate<String> within) {
        PlainText plain = PlainText.of(proposal);
        Meaning meaning = Meaning.of(Embedder.embed(proposal));
        PairFeatures features = features(plain.text(), meaning);
        Shelf.State state = shelf.state();
        List<Near> near = new ArrayList<>();
        for (int place : candidates(state, plain.text(), meaning, within)) {
            Known app = Objects.requireNonNull(state.apps()[place]);
            double chance = model.chance(features.with(app));
            near.add(new Near(app, chance, chance >= LikelyModel.LIKELY_FROM));
        }
        near.sort(Comparator.comparingDouble(Near::chance)
                .reversed()
                .thenComparing(one -> one.app().id()));
        return near;
    }

    PairFeatures features(String plain, Meaning meaning) {
        return new PairFeatures(
                topics.of(plain, ""),
                meaning,
                Strings.pairs(plain),
                shelf.strings(),
                shelf.state().rarity());
    }

    List<Known> apps() {
        return Arrays.stream(shelf.state().apps()).filter(Objects::nonNull).toList();
    }

    private Set<Integer> candidates(Shelf.State state, String plain, Meaning meaning, Predicate<String> within) {
        IntPredicate may = place -> place < state.apps().length
                && state.apps()[place] != null
                && within.test(state.apps()[place].profile().id());
        Set<Integer> places = new LinkedHashSet<>(nearest(state, meaning, may));
        places.addAll(shelf.words().like(plain, CANDIDATES, may));
        return places;
    }

    /** By meaning: half a millisecond for each ten thousand apps, none is left out. */
    private static List<Integer> nearest(Shelf.State state, Meaning meaning, IntPredicate may) {
        record Close(int place, float cosine) {}
        PriorityQueue<Close> best = new PriorityQueue<>(Comparator.comparingDouble(Close::cosine));
        float[] cosines = new float[state.apps().length];
        IntStream range = IntStream.range(0, cosines.length);
        (cosines.length > 20_000 ? range.parallel() : range).forEach(i -> {
            Known app = state.apps()[i];
            cosines[i] = app == null ? -2 : meaning.cosine(app.workMeaning());
        });
        for (int i = 0; i < cosines.length; i++) {
            boolean closer =
                    best.size() < CANDIDATES || cosines[i] > best.element().cosine();
            if (closer && may.test(i)) {
                best.add(new Close(i, cosines[i]));
                if (best.size() > CANDIDATES) {
                    best.remove();
                }
            }
        }
        return best.stream().map(Close::place).toList();
    }
}
