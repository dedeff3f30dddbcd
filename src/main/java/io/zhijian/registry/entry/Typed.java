package io.zhijian.registry.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a person has typed, exactly as typed: form key to text, blank ones left out. A draft is kept like this, so that
 * nothing is lost by being wrong.
 */
public record Typed(Map<String, String> values) {

    /** No database text holds these; in their place stands the sign for something unreadable, which is refused later. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\uD800-\\uDFFF]");

    private static final String UNREADABLE = Character.toString(0xFFFD);

    public Typed {
        Map<String, String> storable = new LinkedHashMap<>();
        values.forEach(
                (key, value) -> storable.put(key, UNSTORABLE.matcher(value).replaceAll(UNREADABLE)));
        values = Collections.unmodifiableMap(storable);
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    public boolean has(String key) {
        return !get(key).isBlank();
    }

    /** The numbers of the rows of a group, in order; rows may be missing between them. */
    public List<Integer> rows(String group) {
        TreeSet<Integer> rows = new TreeSet<>();
        for (String key : values.keySet()) {
            if (key.startsWith(group + ".")) {
                String number = key.substring(group.length() + 1).split("\\.", 2)[0];
                if (number.matches("\\d{1,4}")) {
                    rows.add(Integer.valueOf(number));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** The same with one step typed anew: what the step asks and is not among the new values has been emptied. */
    public Typed with(Step step, Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.keySet().removeIf(key -> asks(step, key));
        typed.forEach((key, value) -> {
            if (asks(step, key) && !value.isBlank()) {
                all.put(key, value);
            }
        });
        return new Typed(all);
    }

    private static boolean asks(Step step, String key) {
        return step.fields().stream().anyMatch(field -> field.matches(key));
    }
}
