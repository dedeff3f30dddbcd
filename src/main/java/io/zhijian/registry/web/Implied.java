package io.zhijian.registry.web;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import java.util.Map;

/** What one answer says about another, told from how the fields of a form are called. */
final class Implied {

    /** An answer's last word, and the field beside it that makes a yes go without saying. */
    private static final Map<String, String> TOLD_BY =
            Map.of("assigned", "name", "filed", "number", "present", "where");

    private Implied() {}

    /** Whether a yes goes without saying, since what it is about follows. */
    static boolean told(Field field, Typed typed) {
        int dot = field.path().lastIndexOf('.');
        String stem = field.path().substring(0, dot + 1);
        String last = field.path().substring(dot + 1);
        return switch (last) {
            case "usersNamed" -> !typed.rows("users").isEmpty();
            case "exists" -> !typed.rows(stem + "versions").isEmpty();
            default -> TOLD_BY.containsKey(last) && typed.has(stem + TOLD_BY.get(last));
        };
    }

    /** Whether the question makes sense with what was answered before it. */
    static boolean arises(Field field, Typed typed) {
        int dot = field.path().lastIndexOf('.');
        String stem = field.path().substring(0, dot + 1);
        return switch (field.path().substring(dot + 1)) {
            case "visible" -> "YES".equals(typed.get(stem + "present"));
            case "shown" -> typed.has(stem + "number") || "YES".equals(typed.get(stem + "filed"));
            default -> !told(field, typed);
        };
    }
}
