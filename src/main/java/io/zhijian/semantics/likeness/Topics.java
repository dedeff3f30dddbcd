package io.zhijian.semantics.likeness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The jobs that government apps do, and how much a text speaks of each; from {@code semantics/topics.yaml}. */
final class Topics {

    private final Map<String, List<String>> words;

    private Topics(Map<String, List<String>> words) {
        this.words = words;
    }

    static Topics load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromReader(reader);
            Map<String, List<String>> words = new HashMap<>();
            root.forEach((topic, list) -> words.put(
                    String.valueOf(topic),
                    ((List<?>) list)
                            .stream()
                                    .map(word -> String.valueOf(word).toLowerCase(Locale.ROOT))
                                    .toList()));
            return new Topics(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of each topic in a text; together of length one, or nothing. */
    Map<String, Double> of(String name, String rest) {
        Map<String, Double> found = new HashMap<>();
        words.forEach((topic, list) -> {
            double weight = 0;
            for (String word : list) {
                weight += name.contains(word) ? 2 * word.length() : rest.contains(word) ? word.length() : 0;
            }
            if (weight > 0) {
                found.put(topic, Math.sqrt(weight));
            }
        });
        double length =
                Math.sqrt(found.values().stream().mapToDouble(v -> v * v).sum());
        found.replaceAll((topic, weight) -> weight / length);
        return found;
    }

    /** The cosine of two shares. */
    static double shared(Map<String, Double> a, Map<String, Double> b) {
        double sum = 0;
        for (var entry : a.entrySet()) {
            sum += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    /** The words of the topics that two texts share, as they stand in the first. */
    List<String> common(String a, String b) {
        List<String> common = new ArrayList<>();
        for (List<String> list : words.values()) {
            if (list.stream().anyMatch(b::contains)) {
                list.stream().filter(a::contains).forEach(common::add);
            }
        }
        return common.stream().distinct().sorted().toList();
    }
}
