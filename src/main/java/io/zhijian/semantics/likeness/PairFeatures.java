package io.zhijian.semantics.likeness;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** What two apps have in common, as numbers: their meaning, their topics, their rare strings. */
final class PairFeatures {

    static final int COUNT = 17;

    private final Map<String, Double> topics;
    private final Meaning meaning;
    private final Set<String> pairs;
    private final Strings strings;
    private final Map<String, Double> rarity;

    /**
     * @param topics of the proposal
     * @param meaning of the proposal
     * @param pairs of characters of the proposal
     * @param rarity of each topic among the apps known
     */
    PairFeatures(
            Map<String, Double> topics,
            Meaning meaning,
            Set<String> pairs,
            Strings strings,
            Map<String, Double> rarity) {
        this.topics = topics;
        this.meaning = meaning;
        this.pairs = pairs;
        this.strings = strings;
        this.rarity = rarity;
    }

    double[] with(Known app) {
        double all = meaning.cosine(app.allMeaning());
        double work = meaning.cosine(app.workMeaning());
        double shared = Topics.shared(topics, app.topics());
        double sharedAll = Topics.shared(topics, app.allTopics());
        double main = main(topics).equals(main(app.topics())) && !topics.isEmpty() ? 1 : 0;
        double ours = covered(topics, app.topics());
        double theirs = covered(app.topics(), topics);
        double apart = !topics.isEmpty() && !app.allTopics().isEmpty() && sharedAll < 0.05 ? 1 : 0;
        double rare = rareShared(app.topics());
        return new double[] {
            all,
            work,
            strings.share(pairs, app.work()),
            strings.share(pairs, app.all()),
            shared,
            sharedAll,
            main,
            ours,
            theirs,
            apart,
            rare,
            shared * work,
            main * work,
            ours * work,
            rare * work,
            apart * work,
            ours * theirs
        };
    }

    private double rareShared(Map<String, Double> other) {
        double sum = 0;
        for (var topic : topics.entrySet()) {
            sum += rarity.getOrDefault(topic.getKey(), 4.0)
                    * topic.getValue()
                    * other.getOrDefault(topic.getKey(), 0.0);
        }
        return sum / 3;
    }

    private static double covered(Map<String, Double> topics, Map<String, Double> by) {
        double sum = 0;
        for (var topic : topics.entrySet()) {
            sum += by.containsKey(topic.getKey()) ? topic.getValue() * topic.getValue() : 0;
        }
        return sum;
    }

    private static String main(Map<String, Double> topics) {
        return topics.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Double>>comparingDouble(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
