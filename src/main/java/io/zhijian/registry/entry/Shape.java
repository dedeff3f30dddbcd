package io.zhijian.registry.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an entry of one kind is made of: turns typed text into an entry and back, and an entry into its stored document
 * and back; one way for all four.
 */
public final class Shape {

    /** More rows than this in one entry are refused. */
    public static final int ROWS = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Takes only documents in which every field of today stands. */
    private static final JsonMapper WHOLE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Class<? extends Entry> type;
    private final List<Field> fields;
    private final List<Step> steps;
    private final Function<Entry, List<Problem>> check;
    private final Map<String, Field> factFields;

    /**
     * @param check what an entry must not say against itself
     * @param factFields in which field each fact is mended
     */
    public Shape(
            Class<? extends Entry> type,
            List<? extends Field> fields,
            List<? extends Step> steps,
            Function<Entry, List<Problem>> check,
            Map<String, ? extends Field> factFields) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.steps = List.copyOf(steps);
        this.check = check;
        this.factFields = Map.copyOf(factFields);
    }

    /** What was read: the entry as far as it could be, and what is wrong with the typed text. */
    public record Read(Entry entry, List<Problem> problems) {
        public boolean blocked() {
            return problems.stream().anyMatch(Problem::blocks);
        }
    }

    /** Reads typed text; a value that is refused is left out of the entry. */
    public Read read(Typed typed) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode root = JSON.createObjectNode();
        for (Field field : fields) {
            if (field.group().isEmpty()) {
                put(root, field, field.path(), field.key(), typed, problems);
            }
        }
        for (String group : groups()) {
            rows(root, group, typed, problems);
        }
        Entry entry = JSON.treeToValue(root, type);
        problems.addAll(missing(entry));
        problems.addAll(check.apply(entry));
        return new Read(entry, List.copyOf(problems));
    }

    /** The typed text that would yield this entry. */
    public Typed typed(Entry entry) {
        return flat(JSON.valueToTree(entry));
    }

    public String document(Entry entry) {
        return JSON.writeValueAsString(entry);
    }

    /** A document, however old or incomplete: fields it does not have are unknown, values that are refused are left out. */
    public Entry entry(String document) {
        return read(flat(JSON.readTree(document))).entry();
    }

    /** A document as {@link #document} has written it, now or long ago; much faster where it has all fields of today. */
    public Entry stored(String document) {
        try {
            return WHOLE.readValue(document, type);
        } catch (DatabindException older) {
            return entry(document);
        }
    }

    public List<Field> fields() {
        return fields;
    }

    public List<Step> steps() {
        return steps;
    }

    public Class<? extends Entry> type() {
        return type;
    }

    /** The field a form key stands for. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.matches(key)).findFirst();
    }

    public Optional<Step> step(String path) {
        return steps.stream().filter(step -> step.path().equals(path)).findFirst();
    }

    /** The field in which a fact is mended; a fact that no field feeds leads to the first one. */
    public Field fieldOfFact(String fact) {
        return factFields.getOrDefault(fact, fields.getFirst());
    }

    /** The repeating groups, in the order they are asked. */
    public List<String> groups() {
        return fields.stream()
                .map(Field::group)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    public List<Field> fieldsOf(String group) {
        return fields.stream()
                .filter(field -> field.group().filter(group::equals).isPresent())
                .toList();
    }

    /** The little without which nothing can be handed in. */
    private List<Problem> missing(Entry entry) {
        List<Problem> missing = new ArrayList<>();
        if (entry.name().isEmpty()) {
            missing.add(Problem.refusal(require(Field.NAME), "required"));
        }
        if (entry.host() == null) {
            missing.add(Problem.refusal(require(Field.HOST), "required"));
        }
        return missing;
    }

    private Field require(String key) {
        return field(key).orElseThrow();
    }

    private void rows(ObjectNode root, String group, Typed typed, List<Problem> problems) {
        List<Field> fields = fieldsOf(group);
        ArrayNode array = JSON.createArrayNode();
        for (int row : typed.rows(group)) {
            if (fields.stream().noneMatch(field -> typed.has(field.key(row)))) {
                continue;
            }
            if (array.size() == ROWS) {
                problems.add(Problem.refusal(fields.getFirst().key(row), fields.getFirst(), "too-many-rows", ROWS));
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
            case UNIT, DATE, CHOICE, NUMBER -> parent.set(name, value.orElse(JSON.nullNode()));
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

    private Typed flat(JsonNode document) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", document, values);
        return new Typed(values);
    }

    private void flatten(String key, JsonNode node, Map<String, String> values) {
        String stem = key.isEmpty() ? "" : key + ".";
        if (node.isObject()) {
            node.properties().forEach(property -> flatten(stem + property.getKey(), property.getValue(), values));
        } else if (node.isArray() && field(key).isPresent()) {
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
}
