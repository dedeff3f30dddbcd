package io.zhijian.registry.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One field that differs between two entries; an empty side means that nothing stood or stands there.
 *
 * @param row what the row is called (its first field), or empty for a field that does not repeat
 */
public record Change(Field field, String row, String before, String after) {

    /** All differences, in the order of the form; rows are told apart by their first field, not by their place. */
    public static List<Change> between(Shape shape, Entry before, Entry after) {
        Typed from = shape.typed(before);
        Typed to = shape.typed(after);
        List<Change> changes = new ArrayList<>();
        for (Field field : shape.fields()) {
            Optional<String> group = field.group();
            if (group.isEmpty()) {
                add(changes, field, "", from.get(field.key()), to.get(field.key()));
            } else if (shape.fieldsOf(group.get()).getFirst() == field) {
                rows(changes, shape.fieldsOf(group.get()), group.get(), from, to);
            }
        }
        return changes;
    }

    private static void rows(List<Change> changes, List<Field> fields, String group, Typed from, Typed to) {
        List<List<String>> gone = new ArrayList<>(rows(fields, group, from));
        List<List<String>> come = new ArrayList<>();
        for (List<String> row : rows(fields, group, to)) {
            if (!gone.remove(row)) {
                come.add(row);
            }
        }
        for (List<String> row : come) {
            List<String> old = gone.stream()
                    .filter(candidate -> candidate.getFirst().equals(row.getFirst()))
                    .findFirst()
                    .orElse(blank(fields));
            gone.remove(old);
            row(changes, fields, row.getFirst(), old, row);
        }
        gone.forEach(row -> row(changes, fields, row.getFirst(), row, blank(fields)));
    }

    private static void row(List<Change> changes, List<Field> fields, String name, List<String> old, List<String> now) {
        for (int i = 0; i < fields.size(); i++) {
            add(changes, fields.get(i), name, old.get(i), now.get(i));
        }
    }

    private static void add(List<Change> changes, Field field, String row, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, row, before, after));
        }
    }

    private static List<List<String>> rows(List<Field> fields, String group, Typed typed) {
        return typed.rows(group).stream()
                .map(row ->
                        fields.stream().map(field -> typed.get(field.key(row))).toList())
                .toList();
    }

    private static List<String> blank(List<Field> fields) {
        String[] blank = new String[fields.size()];
        Arrays.fill(blank, "");
        return List.of(blank);
    }
}
