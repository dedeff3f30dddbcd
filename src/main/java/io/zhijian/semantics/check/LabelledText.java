package io.zhijian.semantics.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text whose meaning people have agreed on; from {@code semantics/texts}.
 *
 * @param verdict what they say of it
 * @param articles what it breaks, or is about
 * @param points the obligations it breaks; may be empty
 * @param firm whether people were sure
 * @param source who wrote it and what it imitates; texts of one source stay on one side of a split
 */
public record LabelledText(
        String id,
        String text,
        Verdict verdict,
        List<Integer> articles,
        List<String> points,
        boolean firm,
        String source) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a file of JSON lines. */
    public static List<LabelledText> load(Path file) {
        try {
            List<LabelledText> texts = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    texts.add(of(JSON.readTree(line)));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledText of(JsonNode node) {
        List<Integer> articles = new ArrayList<>();
        node.path("articles").forEach(article -> articles.add(article.asInt()));
        List<String> points = new ArrayList<>();
        node.path("points").forEach(point -> points.add(point.asString()));
        return new LabelledText(
                node.path("id").asString(),
                node.path("text").asString(),
                Verdict.valueOf(node.path("kind").asString().toUpperCase(java.util.Locale.ROOT)),
                List.copyOf(articles),
                List.copyOf(points),
                !"low".equals(node.path("confidence").asString("high")),
                node.path("source").asString(node.path("source_quality").asString("")));
    }
}
