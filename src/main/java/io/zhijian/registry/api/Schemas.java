package io.zhijian.registry.api;

import static io.zhijian.base.Texts.t;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records: every component is there, and null only where the record says that it may be. */
final class Schemas {

    private final Map<String, Object> all = new TreeMap<>();

    Map<String, Object> all() {
        return all;
    }

    /** Part of a list of something. */
    static Map<String, Object> slice(Map<String, Object> item) {
        return Map.of(
                "type",
                "object",
                "required",
                List.of("items", "next"),
                "properties",
                Map.of(
                        "items",
                        Map.of("type", "array", "items", item),
                        "next",
                        Map.of("type", List.of("string", "null"))));
    }

    /** Points to a record's schema, which is written down the first time. */
    Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!all.containsKey(name)) {
            all.put(name, Map.of());
            all.put(name, record(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = schema(component.getGenericType());
            Map<String, Object> described = new LinkedHashMap<>(nullable(component) ? orNull(schema) : schema);
            described.put("description", words(component));
            properties.put(component.getName(), described);
        }
        return Map.of("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    /** What a component of a record holds. */
    static String words(RecordComponent component) {
        return t("door.api.field." + component.getName());
    }

    private static boolean nullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(Nullable.class::isInstance);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("oneOf", List.of(schema, Map.of("type", "null")));
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == int.class) {
            return Map.of("type", "integer");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        return type == String.class ? Map.of("type", "string") : reference((Class<?>) type);
    }
}
