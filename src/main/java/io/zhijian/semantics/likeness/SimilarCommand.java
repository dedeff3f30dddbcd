package io.zhijian.semantics.likeness;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code similar}: which apps of a register are like each of some proposals, as JSON lines; no server, no database. */
public final class SimilarCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SimilarCommand() {}

    /**
     * Reads, compares, writes.
     *
     * @param options {@code --register FILE --queries FILE [--top N] [--vectors FILE]}
     * @return the exit code: 0 well, 2 not understood
     */
    public static int run(Map<String, String> options, Path home, PrintStream out) {
        Path register = file(options, "--register");
        Path queries = file(options, "--queries");
        int top = top(options.getOrDefault("--top", "10"));
        String kept = options.get("--vectors");
        Vectors vectors = kept == null ? new Vectors() : Vectors.read(Path.of(kept));
        LikenessIndex index = LikenessIndex.of(LabelledOverlap.register(register), home, vectors);
        if (kept != null) {
            vectors.write(Path.of(kept));
        }
        LabelledOverlap.load(queries).stream()
                .map(query -> line(query.proposal(), index.like(query.proposal(), top)))
                .forEach(out::println);
        return 0;
    }

    private static int top(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(io.zhijian.base.Texts.t("semantics.command.top"));
        }
        return Integer.parseInt(text);
    }

    private static Path file(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || !Files.isReadable(Path.of(value))) {
            throw new IllegalArgumentException(io.zhijian.base.Texts.t("semantics.command.nofile", name));
        }
        return Path.of(value);
    }

    private static String line(String query, List<Likeness> likenesses) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("q", query);
        line.put("hits", likenesses.stream().map(SimilarCommand::hit).toList());
        return JSON.writeValueAsString(line);
    }

    private static Map<String, Object> hit(Likeness likeness) {
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("id", likeness.app().id());
        hit.put("name", likeness.app().name());
        hit.put("score", likeness.score());
        hit.put("likely", likeness.likely());
        hit.put("shared", likeness.shared());
        hit.put("meetings", likeness.meetings());
        return hit;
    }
}
