package io.zhijian.registry.exchange.row;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Typed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row laid over what the register has already: what the file leaves blank stays as it is. */
public final class Overlay {

    private Overlay() {}

    /** @param before what is registered, or null for something new */
    public static Shape.Read lay(SubjectKind kind, @Nullable Entry before, Map<String, String> typed) {
        Shape shape = kind.shape();
        if (before == null) {
            return shape.read(new Typed(typed));
        }
        Map<String, String> all = new HashMap<>(shape.typed(before).values());
        for (String group : shape.groups()) {
            Map<String, String> given = of(group, typed);
            if (!given.isEmpty() && !all.entrySet().containsAll(given.entrySet())) {
                all.keySet().removeIf(key -> key.startsWith(group + "."));
            }
        }
        all.putAll(typed);
        return shape.read(new Typed(all));
    }

    private static Map<String, String> of(String group, Map<String, String> typed) {
        Map<String, String> given = new HashMap<>();
        typed.forEach((key, value) -> {
            if (key.startsWith(group + ".")) {
                given.put(key, value);
            }
        });
        return given;
    }
}
