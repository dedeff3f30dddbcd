package io.zhijian.rules.book;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place in a file of the rulebook, read strictly: whatever is missing, misspelt or of another type is named with file and place. */
record Node(String file, String place, @Nullable Object value) {

    IllegalStateException bad(String reason) {
        return new IllegalStateException(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }

    /** Refuses keys nobody reads, so that a misspelt one is not silently ignored. */
    void only(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : map().keySet()) {
            if (!known.contains(key)) {
                throw bad("unknown key '" + key + "'");
            }
        }
    }

    Node at(String key) {
        return find(key).orElseThrow(() -> bad("'" + key + "' is missing"));
    }

    Optional<Node> find(String key) {
        Object child = map().get(key);
        return child == null
                ? Optional.empty()
                : Optional.of(new Node(file, place.isEmpty() ? key : place + "." + key, child));
    }

    String text(String key) {
        return at(key).text();
    }

    String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw bad("should be a text");
    }

    boolean flag(String key) {
        Node node = at(key);
        if (node.value instanceof Boolean flag) {
            return flag;
        }
        throw node.bad("should be true or false");
    }

    int number(String key) {
        Node node = at(key);
        if (node.value instanceof Integer number) {
            return number;
        }
        throw node.bad("should be a whole number");
    }

    LocalDate date(String key) {
        Node node = at(key);
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.bad("should be a date such as 2023-12-18");
        }
    }

    /** The constant of the enum whose file word this is. */
    <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text().replace('-', '_'))) {
                return constant;
            }
        }
        throw bad("'" + text() + "' is none of " + List.of(type.getEnumConstants()));
    }

    List<Node> list(String key) {
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

    List<String> texts(String key) {
        return list(key).stream().map(Node::text).toList();
    }

    Map<String, Object> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw bad("should be a map");
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, each) -> typed.put(String.valueOf(key), each));
        return typed;
    }
}
