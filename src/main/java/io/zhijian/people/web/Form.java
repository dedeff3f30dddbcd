package io.zhijian.people.web;

import io.zhijian.base.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person typed and what is wrong with it, so that nothing typed is lost when a form comes back. */
public record Form(Map<String, String> values, Map<String, Refusal> problems) {

    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        Refusal problem = problems.get(field);
        return problem == null ? null : problem.words();
    }

    /** The same form with one more problem; one that no field can help stands under the empty name. */
    public Form with(String field, Refusal problem) {
        Map<String, Refusal> more = new LinkedHashMap<>(problems);
        more.put(field, problem);
        return new Form(values, more);
    }

    public boolean sound() {
        return problems.isEmpty();
    }
}
