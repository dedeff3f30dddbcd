package io.zhijian.registry.exchange.match;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.exchange.match.Column.How;
import io.zhijian.registry.exchange.sheet.Cell;
import io.zhijian.registry.exchange.sheet.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the row of headings and what each column means; a field is given to one column only, the first that fits. */
@Component
public class ColumnMatch {

    private static final Pattern UNSTORABLE = Pattern.compile("\\x00|\\p{Cs}");
    private static final int SAMPLES = 3;
    private static final int LOOKED_AT = 20;

    /** Values that speak for themselves, whatever stands above them. */
    private static final Map<String, Pattern> SHAPES = Map.of(
            "icp.number", Pattern.compile("[一-龥]ICP备\\d{6,12}号.*"),
            "stores[].link", Pattern.compile("https?://\\S+"),
            "link", Pattern.compile("https?://\\S+"),
            "host", Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}"));

    private final Vocabulary vocabulary;

    ColumnMatch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Understands a sheet from its first rows.
     *
     * @param remembered which plain heading was given which field before, '' for none
     */
    public Columns match(SubjectKind kind, List<Line> head, Map<String, String> remembered) {
        int best = 0;
        long most = -1;
        for (int i = 0; i < Math.min(LOOKED_AT, head.size()); i++) {
            long known = named(kind, head.get(i), remembered);
            if (known > most) {
                most = known;
                best = i;
            }
        }
        if (head.isEmpty()) {
            return new Columns(0, List.of());
        }
        Line header = head.get(best);
        List<Line> body = head.subList(best + 1, head.size());
        return new Columns(header.number(), columns(kind, header, body, remembered));
    }

    private long named(SubjectKind kind, Line line, Map<String, String> remembered) {
        return line.cells().stream()
                .map(Cell::text)
                .filter(text -> text.length() <= 60)
                .filter(text -> vocabulary.field(kind, text).isPresent()
                        || !remembered.getOrDefault(Vocabulary.plain(text), "").isEmpty())
                .distinct()
                .count();
    }

    private List<Column> columns(SubjectKind kind, Line header, List<Line> body, Map<String, String> remembered) {
        Set<String> given = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String heading = shown(header.cell(i));
            Found found = byHeading(kind, heading, remembered);
            boolean free = !found.field.isEmpty() && given.add(found.field);
            columns.add(new Column(i, heading, free ? found.field : "", free ? found.how : How.NOT, samples(body, i)));
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.taken() && !decided(column.heading(), remembered)) {
                Optional<String> field = byValues(kind, body, i).filter(given::add);
                if (field.isPresent()) {
                    columns.set(i, new Column(i, column.heading(), field.get(), How.VALUES, column.samples()));
                }
            }
        }
        return columns.stream()
                .filter(column ->
                        !column.heading().isEmpty() || !column.samples().isEmpty())
                .toList();
    }

    private record Found(String field, How how) {}

    private Found byHeading(SubjectKind kind, String heading, Map<String, String> remembered) {
        String before = remembered.get(Vocabulary.plain(heading));
        if (before != null
                && (before.isEmpty()
                        || kind.shape().fields().stream().anyMatch(f -> f.path().equals(before)))) {
            return new Found(before, How.REMEMBERED);
        }
        return vocabulary
                .field(kind, heading)
                .map(Field::path)
                .map(path -> new Found(path, How.HEADING))
                .orElse(new Found("", How.NOT));
    }

    private boolean decided(String heading, Map<String, String> remembered) {
        return vocabulary.ignores(heading) || remembered.containsKey(Vocabulary.plain(heading));
    }

    private static Optional<String> byValues(SubjectKind kind, List<Line> body, int index) {
        List<String> values = body.stream()
                .map(line -> line.cell(index).text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return kind.shape().fields().stream()
                .map(Field::path)
                .filter(path -> most(values, SHAPES.get(path)))
                .findFirst();
    }

    private static boolean most(List<String> values, @Nullable Pattern shape) {
        return shape != null
                && values.stream()
                                        .filter(value -> shape.matcher(value).matches())
                                        .count()
                                * 2
                        > values.size();
    }

    /** Without what no database text can hold. */
    private static String shown(Cell cell) {
        return UNSTORABLE.matcher(cell.text()).replaceAll("\uFFFD").strip();
    }

    private static List<String> samples(List<Line> body, int index) {
        return body.stream()
                .map(line -> shown(line.cell(index)))
                .filter(text -> !text.isEmpty())
                .map(text -> text.codePointCount(0, text.length()) > 40
                        ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…"
                        : text)
                .distinct()
                .limit(SAMPLES)
                .toList();
    }
}
