package io.zhijian.registry.draft;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Brings together what one writer typed and what others handed in meanwhile: each keeps the fields they changed. */
final class Merge {

    private Merge() {}

    /** The theirs-version with everything in which mine differs from the base; rows of one group go together. */
    static Typed onto(Shape shape, Typed base, Typed mine, Typed theirs) {
        Map<String, String> merged = new LinkedHashMap<>(theirs.values());
        for (Field field : shape.fields()) {
            Predicate<String> belongs = key -> shape.field(key)
                    .filter(other -> other == field
                            || field.group().isPresent() && other.group().equals(field.group()))
                    .isPresent();
            Map<String, String> changed = part(mine, belongs);
            if (!changed.equals(part(base, belongs))) {
                merged.keySet().removeIf(belongs);
                merged.putAll(changed);
            }
        }
        return new Typed(merged);
    }

    private static Map<String, String> part(Typed typed, Predicate<String> belongs) {
        return typed.values().entrySet().stream()
                .filter(entry -> belongs.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
