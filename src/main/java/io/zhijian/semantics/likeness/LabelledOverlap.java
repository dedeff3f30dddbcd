package io.zhijian.semantics.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A proposal of which people have said with what it overlaps; from {@code semantics/overlap}.
 *
 * @param proposal one sentence or a page
 * @param overlapping ids of all apps that do the same work
 * @param lookalikes ids of some that only seem to
 */
public record LabelledOverlap(String proposal, Set<String> overlapping, Set<String> lookalikes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads proposals as JSON lines: {@code q}, {@code rel}, {@code neg}. */
    public static List<LabelledOverlap> load(Path file) {
        return lines(file).stream()
                .map(node -> new LabelledOverlap(
                        node.path("q").asString(), Set.copyOf(texts(node, "rel")), Set.copyOf(texts(node, "neg"))))
                .toList();
    }

    /** Reads a register as JSON lines: {@code id}, {@code name}, {@code functions}, {@code description}. */
    public static List<Profile> register(Path file) {
        return lines(file).stream()
                .map(node -> new Profile(
                        node.path("id").asString(),
                        node.path("name").asString(),
                        texts(node, "functions"),
                        node.path("description").asString("")))
                .toList();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<JsonNode> lines(Path file) {
        List<JsonNode> nodes = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    nodes.add(node(file, number, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nodes;
    }

    private static JsonNode node(Path file, int number, String line) {
        try {
            return JSON.readTree(line);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(file + ":" + number + ": " + e.getOriginalMessage());
        }
    }
}
