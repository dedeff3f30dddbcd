package io.zhijian.registry.web.edit;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.people.Unit;
import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Options;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.web.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lays the fields of one step out as blocks. */
final class Blocks {

    private static final Options ANSWERS = new Options(Answer.class, "registry.answer.");

    private final Typed typed;
    private final List<Problem> problems;
    private final Shown shown;
    private final Picking picking;

    Blocks(Typed typed, List<Problem> problems, Shown shown, Picking picking) {
        this.typed = typed;
        this.problems = problems;
        this.shown = shown;
        this.picking = picking;
    }

    /**
     * What the reader is looking for or adding right now.
     *
     * @param more the group that shall show one more row, or empty
     * @param sought what was typed into the search beside a unit field, by the field's path
     * @param found the units found for it
     */
    record Picking(String more, Map<String, String> sought, Map<String, List<Unit>> found) {}

    List<Block> of(Step step) {
        Map<String, List<Field>> byName = new LinkedHashMap<>();
        step.fields()
                .forEach(field -> byName.computeIfAbsent(nameOf(field), any -> new ArrayList<>())
                        .add(field));
        return byName.entrySet().stream()
                .map(block -> block(block.getKey(), block.getValue()))
                .toList();
    }

    private static String nameOf(Field field) {
        return field.group().orElseGet(() -> {
            int dot = field.path().indexOf('.');
            return dot < 0 ? field.path() : field.path().substring(0, dot);
        });
    }

    private Block block(String name, List<Field> fields) {
        boolean repeats = fields.getFirst().group().isPresent();
        List<Block.Row> rows = repeats && !fields.getFirst().gathersUnits()
                ? rows(name, fields)
                : List.of(new Block.Row(0, controls(fields, 0)));
        String texts = fields.getFirst().texts();
        String hintKey = texts + ".block-hint." + name;
        String legendKey = texts + ".block." + name;
        String hint = Texts.has(hintKey) ? t(hintKey) : "";
        String legend =
                Texts.has(legendKey) ? t(legendKey) : t(fields.getFirst().textKey());
        return new Block(name, legend, hint, repeats && !fields.getFirst().gathersUnits(), rows);
    }

    private List<Block.Row> rows(String group, List<Field> fields) {
        List<Integer> numbers = new ArrayList<>(typed.rows(group));
        int next = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
        if (numbers.isEmpty() || picking.more().equals(group)) {
            numbers.add(next);
        }
        return numbers.stream()
                .map(number -> new Block.Row(number, controls(fields, number)))
                .toList();
    }

    private List<Control> controls(List<Field> fields, int row) {
        return fields.stream().map(field -> control(field, row)).toList();
    }

    private Control control(Field field, int row) {
        String key = field.key(row);
        List<Problem> mine = problems.stream()
                .filter(problem -> field.gathersUnits()
                        ? problem.field() == field
                        : problem.key().equals(key))
                .toList();
        String sought = picking.sought().getOrDefault(field.path(), "");
        return new Control(key, field, typed.get(key), mine, choices(field, key), sought);
    }

    private List<Control.Choice> choices(Field field, String key) {
        Options options = field.options();
        if (options != null) {
            return constants(key, options);
        }
        return switch (field.kind()) {
            case ANSWER -> constants(key, ANSWERS);
            case UNIT -> field.gathersUnits() ? users(field) : hosts(field, key);
            default -> List.of();
        };
    }

    private List<Control.Choice> constants(String key, Options options) {
        String current = typed.get(key).isEmpty() ? Answer.UNKNOWN.name() : typed.get(key);
        return options.names().stream()
                .map(name -> new Control.Choice(key, name, options.words(name), "", name.equals(current)))
                .toList();
    }

    private List<Control.Choice> hosts(Field field, String key) {
        String current = typed.get(key);
        Stream<Control.Choice> now = current.isEmpty()
                ? Stream.empty()
                : Stream.of(new Control.Choice(key, current, shown.unit(current), "", true));
        Stream<Control.Choice> found = found(field)
                .filter(unit -> !unit.id().toString().equals(current))
                .map(unit -> choice(key, unit));
        return Stream.concat(now, found).toList();
    }

    private List<Control.Choice> users(Field field) {
        List<Integer> rows = typed.rows(field.group().orElseThrow());
        List<String> ids = rows.stream().map(row -> typed.get(field.key(row))).toList();
        List<Control.Choice> choices = new ArrayList<>();
        for (int row : rows) {
            String id = typed.get(field.key(row));
            choices.add(new Control.Choice(field.key(row), id, shown.unit(id), "", true));
        }
        int next = rows.isEmpty() ? 0 : rows.getLast() + 1;
        List<Unit> found =
                found(field).filter(unit -> !ids.contains(unit.id().toString())).toList();
        for (Unit unit : found) {
            choices.add(choice(field.key(next++), unit));
        }
        return choices;
    }

    private Stream<Unit> found(Field field) {
        return picking.found().getOrDefault(field.path(), List.of()).stream();
    }

    private static Control.Choice choice(String key, Unit unit) {
        Function<Unit, String> more = found -> t(found.level().textKey()) + " " + found.region();
        return new Control.Choice(key, unit.id().toString(), unit.name(), more.apply(unit), false);
    }
}
