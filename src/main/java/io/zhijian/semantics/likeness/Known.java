package io.zhijian.semantics.likeness;

import io.zhijian.semantics.PlainText;
import java.util.Map;

/**
 * An app as the index keeps it.
 *
 * @param work plain text of name and functions
 * @param all plain text of everything
 * @param topics of the work; {@code allTopics} of everything
 */
record Known(
        Profile profile,
        String work,
        String all,
        Meaning workMeaning,
        Meaning allMeaning,
        Map<String, Double> topics,
        Map<String, Double> allTopics) {

    static Known of(Profile profile, Topics topics, Vectors vectors) {
        String name = PlainText.of(profile.name()).text();
        String functions = PlainText.of(String.join(",", profile.functions())).text();
        String description = PlainText.of(profile.description()).text();
        String rest = functions.isEmpty() ? description : functions;
        return new Known(
                profile,
                name + ' ' + functions,
                name + ' ' + functions + ' ' + description,
                vectors.of(profile.work()),
                vectors.of(profile.text()),
                topics.of(name, rest),
                topics.of(name, functions + ' ' + description));
    }
}
