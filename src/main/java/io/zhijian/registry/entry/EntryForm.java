package io.zhijian.registry.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns typed text into an entry and back, and an entry into its stored document and back; one way for all four. */
public final class EntryForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryForm() {}

    /** What was read: the entry as far as it could be, and what is wrong with the typed text. */
    public record Read(Entry entry, List<Problem> problems) {
        public boolean blocked() {
            return problems.stream().anyMatch(Problem::blocks);
        }
    }

    /** Reads typed text; a value that is refused is left out of the entry. */
    public static Read read(Typed typed) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode root = JSON.createObjectNode();
        for (Field field : Field.values()) {
            if (field.group().isEmpty()) {
                put(root, field, field.path(), field.key(), typed, problems);
            }
        }
        for (String group : groups()) {
            rows(root, group, typed, problems);
        }
        Entry entry = JSON.treeToValue(root, Entry.class);
        problems.addAll(EntryCheck.check(entry));
        return new Read(entry, List.copyOf(problems));
    }

    /** The typed text that would yield this entry. */
    public static Typed typed(Entry entry) {
        return typed(JSON.valueToTree(entry));
    }

    public static String document(Entry entry) {
        return JSON.writeValueAsString(entry);
    }

    /** A stored document, however old: fields it does not know yet are unknown. */
    public static Entry entry(String document) {
        return read(typed(JSON.readTree(document))).entry();
    }

    /** The repeating groups, in the order they are asked. */
    public static List<String> groups() {
        return java.util.Arrays.stream(Field.values())
                .map(Field::group)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    public static List<Field> fieldsOf(String group) {
        return java.util.Arrays.stream(Field.values())
                .filter(field -> field.group().filter(group::equals).isPresent())
                .toList();
    }

    private static void rows(ObjectNode root, String group, Typed typed, List<Problem> problems) {
        List<Field> fields = fieldsOf(group);
        ArrayNode array = JSON.createArrayNode();
        for (int row : typed.rows(group)) {
            if (fields.stream().noneMatch(field -> typed.has(field.key(row)))) {
                continue;
            }
            if (array.size() == Field.ROWS) {
                problems.add(
                        Problem.refusal(fields.getFirst().key(row), fields.getFirst(), "too-many-rows", Field.ROWS));
                break;
            }
            row(array, fields, row, typed, problems);
        }
        parent(root, group).set(last(group), array);
    }

    private static void row(ArrayNode array, List<Field> fields, int row, Typed typed, List<Problem> problems) {
        if (fields.getFirst().path().endsWith("[]")) {
            value(fields.getFirst(), fields.getFirst().key(row), typed, problems)
                    .ifPresent(array::add);
            return;
        }
        ObjectNode object = array.addObject();
        for (Field field : fields) {
            put(object, field, last(field.path()), field.key(row), typed, problems);
        }
    }

    private static void put(
            ObjectNode root, Field field, String path, String key, Typed typed, List<Problem> problems) {
        ObjectNode parent = parent(root, path);
        String name = last(path);
        Optional<JsonNode> value = value(field, key, typed, problems);
        switch (field.kind()) {
            case CHECK -> parent.put(name, value.isPresent());
            case ANSWER -> parent.set(name, value.orElse(JSON.valueToTree(Answer.UNKNOWN)));
            case LINES -> parent.set(name, lines(value.map(JsonNode::asString).orElse("")));
            case UNIT, DATE, FORMS, GROUNDS -> parent.set(name, value.orElse(JSON.nullNode()));
            default -> parent.set(name, value.orElse(JSON.valueToTree("")));
        }
    }

    private static Optional<JsonNode> value(Field field, String key, Typed typed, List<Problem> problems) {
        if (folded(key, typed)) {
            return Optional.empty();
        }
        String text = TextCheck.clean(field, typed.get(key));
        List<Problem> found = TextCheck.check(key, field, text);
        problems.addAll(found);
        boolean refused = found.stream().anyMatch(Problem::blocks);
        return text.isEmpty() || refused ? Optional.empty() : Optional.of(JSON.valueToTree(text));
    }

    /** Details of what is declared not to be there: the form folds them away, and the entry does without them. */
    private static boolean folded(String key, Typed typed) {
        int dot = key.lastIndexOf('.');
        return dot > 0
                && !key.endsWith(".present")
                && Answer.NO.name().equals(typed.get(key.substring(0, dot) + ".present"));
    }

    private static ArrayNode lines(String text) {
        ArrayNode lines = JSON.createArrayNode();
        text.lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("[、\\uFF0C\\uFF1B]")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private static ObjectNode parent(ObjectNode root, String path) {
        ObjectNode node = root;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            node = node.withObjectProperty(names[i]);
        }
        return node;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Typed typed(JsonNode document) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", document, values);
        return new Typed(values);
    }

    private static void flatten(String key, JsonNode node, Map<String, String> values) {
        String stem = key.isEmpty() ? "" : key + ".";
        if (node.isObject()) {
            node.properties().forEach(property -> flatten(stem + property.getKey(), property.getValue(), values));
        } else if (node.isArray() && Field.of(key).isPresent()) {
            values.put(
                    key,
                    String.join("\n", node.valueStream().map(JsonNode::asString).toList()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(stem + i, node.get(i), values);
            }
        } else if (!node.isNull() && !node.asString().isEmpty() && !isDefault(node)) {
            values.put(key, node.asString());
        }
    }

    private static boolean isDefault(JsonNode node) {
        return node.isBoolean() && !node.asBoolean() || Answer.UNKNOWN.name().equals(node.asString());
    }

    /** The host as typed, if it is an id at all. */
    public static Optional<UUID> host(Typed typed) {
        String host = typed.get(Field.HOST.key());
        return Kind.UNIT.fits(host) ? Optional.of(UUID.fromString(host)) : Optional.empty();
    }
}
