package io.zhijian.semantics.check;

import io.zhijian.base.Texts;
import io.zhijian.semantics.docx.Docx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: what texts may break, as JSON lines; from files, or from standard input; no server, no database. */
public final class CheckCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Texts are checked this many at a time, on all cores, and written in their order. */
    private static final int BATCH = 256;

    private final Checker checker;
    private final PrintStream out;
    private final List<Given> waiting = new ArrayList<>();

    private final DocxFiles documents;

    private CheckCommand(Checker checker, DocxFiles documents, PrintStream out) {
        this.checker = checker;
        this.documents = documents;
        this.out = out;
    }

    private record Given(String id, String text) {}

    /**
     * Checks every text.
     *
     * @param files JSON lines ({@code .jsonl}) of {@code id} and {@code text}, Word documents ({@code .docx}), or plain
     *     texts; none for standard input
     * @param commented a folder, or a file, for the Word documents with comments at their suspect words; empty for none
     * @param force whether a file that is there already may be replaced
     * @return the exit code: 0 well, 2 not understood
     */
    public static int run(
            List<String> files, String commented, boolean force, Path home, InputStream in, PrintStream out) {
        DocxFiles documents = new DocxFiles(files, home, commented, force);
        CheckCommand command = new CheckCommand(Checker.load(home), documents, out);
        try {
            if (files.isEmpty()) {
                command.lines("stdin", new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            }
            for (String file : files) {
                command.file(Path.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.flush();
        return 0;
    }

    private void file(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(Texts.t("semantics.command.unreadable", file));
        }
        if (file.toString().endsWith(".jsonl") || file.toString().endsWith(".json")) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                lines(file.toString(), reader);
            }
        } else if (DocxFiles.isDocument(file.toString())) {
            flush();
            document(file);
        } else {
            add(new Given(file.getFileName().toString(), text(file)));
        }
    }

    private void document(Path file) throws IOException {
        Docx docx = documents.read(file);
        Checked checked = checker.check(docx.text());
        String copy = documents.write(file, docx, checked);
        Map<String, Object> line = line(file.getFileName().toString(), checked);
        if (!copy.isEmpty()) {
            line.put("commented", copy);
        }
        out.println(JSON.writeValueAsString(line));
        out.flush();
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalArgumentException(Texts.t("semantics.command.nottext", file));
        }
    }

    private void lines(String name, BufferedReader reader) throws IOException {
        int number = 0;
        String line;
        while ((line = reader.readLine()) != null) {
            number++;
            if (!line.isBlank()) {
                add(given(name, number, line));
            }
        }
    }

    private static Given given(String name, int number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new Given(
                    node.path("id").asString(String.valueOf(number)),
                    node.path("text").asString(""));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Texts.t("semantics.command.notjson", name, number));
        }
    }

    private void add(Given given) {
        waiting.add(given);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        waiting.parallelStream()
                .map(given -> JSON.writeValueAsString(line(given.id(), checker.check(given.text()))))
                .toList()
                .forEach(out::println);
        waiting.clear();
        out.flush();
    }

    private static Map<String, Object> line(String id, Checked checked) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("verdict", checked.verdict().code());
        line.put("confidence", Math.round(checked.confidence() * 100) / 100.0);
        line.put(
                "clauses", checked.breaches().stream().map(CheckCommand::clause).toList());
        return line;
    }

    private static Map<String, Object> clause(Breach breach) {
        Map<String, Object> clause = new LinkedHashMap<>();
        clause.put("regulation", breach.regulation());
        clause.put("article", breach.article());
        clause.put("point", breach.point());
        clause.put("confidence", breach.confidence());
        clause.put(
                "words",
                breach.words().stream().map(Breach.Span::text).distinct().toList());
        return clause;
    }
}
