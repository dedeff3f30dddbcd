package io.zhijian.registry.exchange.row;

import io.zhijian.people.Unit;
import io.zhijian.people.UnitNames;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.exchange.match.Column;
import io.zhijian.registry.exchange.match.Columns;
import io.zhijian.registry.exchange.match.Vocabulary;
import io.zhijian.registry.exchange.sheet.Cell;
import io.zhijian.registry.exchange.sheet.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet as typed entries, in batches, so that units are looked up together. */
public final class RowReader {

    private static final Pattern UNSTORABLE = Pattern.compile("\\x00|\\p{Cs}");
    private static final String PARTS = "[、，；;,\\r\\n]+";

    private final Columns columns;
    private final Map<Integer, Field> fields = new LinkedHashMap<>();
    private final Values values;
    private final UnitLookup units;

    /** The unit of rows that name none; null where the importer's own unit is none of theirs to edit. */
    private final @Nullable Unit preset;

    public RowReader(SubjectKind kind, Columns columns, Vocabulary vocabulary, UnitNames names, @Nullable Unit preset) {
        this.columns = columns;
        this.values = new Values(vocabulary);
        this.units = new UnitLookup(names);
        this.preset = preset;
        for (Column column : columns.all()) {
            kind.shape().fields().stream()
                    .filter(field -> field.path().equals(column.field()))
                    .findFirst()
                    .ifPresent(field -> fields.put(column.index(), field));
        }
    }

    /**
     * One row as typed.
     *
     * @param typed form key to text, as a person would have filled in the form
     * @param users units that make their people use it
     */
    public record Read(
            int number, @Nullable Unit host, List<Unit> users, Map<String, String> typed, List<CellProblem> problems) {

        public String text(String key) {
            return typed.getOrDefault(key, "");
        }
    }

    /** Column of a field by its form key; negative where the sheet has none. */
    public int column(Field field) {
        return columns.with(field.path()).map(Column::index).orElse(-1);
    }

    /** What the form says of a value, at its cell. */
    public static CellProblem problem(int column, Problem problem) {
        return CellProblem.of(column, problem);
    }

    public List<Read> read(List<Line> lines) {
        Set<String> named = new HashSet<>();
        for (Line line : lines) {
            fields.forEach((index, field) -> {
                if (field.kind() == Kind.UNIT) {
                    named.addAll(parts(values.typed(field, line.cell(index))));
                }
            });
        }
        units.learn(named);
        return lines.stream().map(this::read).toList();
    }

    private Read read(Line line) {
        Map<String, String> typed = new HashMap<>();
        List<CellProblem> problems = new ArrayList<>();
        List<Unit> users = new ArrayList<>();
        Unit host = preset;
        for (Map.Entry<Integer, Field> each : fields.entrySet()) {
            Field field = each.getValue();
            int index = each.getKey();
            Cell cell = storable(line.cell(index));
            if (wrong(cell, index, field, problems)) {
                host = field.isHost() ? null : host;
                continue;
            }
            if (field.group().isPresent()
                    && field.kind() != Kind.UNIT
                    && cell.text().contains("\n")) {
                rows(typed, field, cell.text());
                continue;
            }
            String text = values.typed(field, cell);
            if (text.isEmpty()) {
                continue;
            }
            if (field.isHost()) {
                host = unit(units.host(text.strip()), text, index, field, problems)
                        .orElse(null);
            } else if (field.kind() == Kind.UNIT) {
                for (String part : parts(text)) {
                    unit(units.any(part), part, index, field, problems).ifPresent(users::add);
                }
            } else {
                put(typed, field, text);
            }
        }
        if (host != null) {
            typed.put(Field.HOST, host.id().toString());
        }
        for (int i = 0; i < users.size(); i++) {
            typed.put("users." + i, users.get(i).id().toString());
        }
        return new Read(line.number(), host, List.copyOf(users), typed, problems);
    }

    /** What no database text can hold becomes a sign for something unreadable, which the form refuses. */
    private static Cell storable(Cell cell) {
        String text = UNSTORABLE.matcher(cell.text()).replaceAll("\uFFFD");
        return text.equals(cell.text()) ? cell : new Cell(cell.type(), text);
    }

    private static boolean wrong(Cell cell, int index, Field field, List<CellProblem> problems) {
        if (cell.type() == Cell.Type.ERROR) {
            problems.add(
                    CellProblem.of(index, field, cell.text().equals("=") ? "formula-empty" : "error", cell.text()));
            return true;
        }
        if (cell.type() == Cell.Type.TEXT && Values.formula(cell.text().strip())) {
            problems.add(CellProblem.of(index, field, "formula"));
            return true;
        }
        return false;
    }

    private static Optional<Unit> unit(
            UnitLookup.Looked looked, String text, int index, Field field, List<CellProblem> problems) {
        if (looked.unit() == null) {
            problems.add(
                    CellProblem.of(index, field, looked.problem(), text.length() > 40 ? text.substring(0, 40) : text));
        }
        return Optional.ofNullable(looked.unit());
    }

    /** As an export writes them: one under the other, an empty line where a row has nothing. */
    private void rows(Map<String, String> typed, Field field, String text) {
        String[] rows = text.split(field.kind() == Kind.TEXT ? "\\R?" + Field.BETWEEN_TEXTS + "\\R?" : "\\R", -1);
        for (int row = 0; row < rows.length; row++) {
            String value = values.typed(field, Cell.text(rows[row]));
            if (!value.isEmpty()) {
                typed.put(field.key(row), value);
            }
        }
    }

    /** What repeats is parted into rows. */
    private static void put(Map<String, String> typed, Field field, String text) {
        if (field.group().isEmpty()) {
            typed.put(field.key(), text);
            return;
        }
        boolean parted = field.kind() != Kind.TEXT;
        List<String> rows = parted ? parts(text) : List.of(text);
        for (int row = 0; row < rows.size(); row++) {
            typed.put(field.key(row), rows.get(row));
        }
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(PARTS))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
