package io.zhijian.rules.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One place in a file of the rulebook, read strictly: whatever is missing, misspelt or of another type is named with file and place. */
public record Node(String file, String place, @Nullable Object value) {

    /**
     * A YAML file's content.
     *
     * @param home its name is told relative to this folder
     */
    public static Node read(Path home, Path file) {
        String name = home.relativize(file).toString().replace('\\', '/');
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setLabel(name)
                    .build();
            return new Node(name, "", new Load(settings).loadFromString(Files.readString(file)));
        } catch (YamlEngineException | IOException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    public IllegalStateException bad(String reason) {
        return new IllegalStateException(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }

    /** Refuses keys nobody reads, so that a misspelt one is not silently ignored. */
    public void only(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : map().keySet()) {
            if (!known.contains(key)) {
                throw bad("unknown key '" + key + "'");
            }
        }
    }

    public Node at(String key) {
        return find(key).orElseThrow(() -> bad("'" + key + "' is missing"));
    }

    public Optional<Node> find(String key) {
        Object child = map().get(key);
        return child == null
                ? Optional.empty()
                : Optional.of(new Node(file, place.isEmpty() ? key : place + "." + key, child));
    }

    public String text(String key) {
        return at(key).text();
    }

    public String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw bad("should be a text");
    }

    public boolean flag(String key) {
        Node node = at(key);
        if (node.value instanceof Boolean flag) {
            return flag;
        }
        throw node.bad("should be true or false");
    }

    public int number(String key) {
        Node node = at(key);
        if (node.value instanceof Integer number) {
            return number;
        }
        throw node.bad("should be a whole number");
    }

    public LocalDate date(String key) {
        return at(key).date();
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw bad("should be a date such as 2023-12-18");
        }
    }

    /** The constant of the enum whose file word this is. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text().replace('-', '_'))) {
                return constant;
            }
        }
        throw bad("'" + text() + "' is none of " + List.of(type.getEnumConstants()));
    }

    public List<Node> list(String key) {
        Node node = at(key);
        if (!(node.value instanceof List<?> list)) {
            throw node.bad("should be a list");
        }
        List<Node> nodes = new ArrayList<>();
        for (Object each : list) {
            nodes.add(new Node(file, node.place + "[" + nodes.size() + "]", each));
        }
        return nodes;
    }

    public List<String> texts(String key) {
        return list(key).stream().map(Node::text).toList();
    }

    public Map<String, Object> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw bad("should be a map");
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, each) -> typed.put(String.valueOf(key), each));
        return typed;
    }
}
