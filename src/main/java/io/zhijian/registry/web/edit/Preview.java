package io.zhijian.registry.web.edit;

import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.rules.book.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What handing in will do to what seems wrong now.
 *
 * @param closes no longer seems wrong
 * @param remains still seems wrong
 * @param opens will seem wrong that did not before
 */
public record Preview(List<Rule> closes, List<Rule> remains, List<Rule> opens) {

    /** @param before null for a new subject */
    static Preview of(Rulebook book, SubjectKind kind, @Nullable Record before, Record after, LocalDate today) {
        Map<String, Rule> was = before == null ? Map.of() : breaches(book, kind, before, today);
        Map<String, Rule> willBe = breaches(book, kind, after, today);
        return new Preview(
                was.values().stream()
                        .filter(rule -> !willBe.containsKey(rule.id()))
                        .toList(),
                willBe.values().stream()
                        .filter(rule -> was.containsKey(rule.id()))
                        .toList(),
                willBe.values().stream()
                        .filter(rule -> !was.containsKey(rule.id()))
                        .toList());
    }

    public boolean quiet() {
        return closes.isEmpty() && remains.isEmpty() && opens.isEmpty();
    }

    private static Map<String, Rule> breaches(Rulebook book, SubjectKind kind, Record facts, LocalDate today) {
        return book.judge(kind.code(), facts, today).stream()
                .filter(Verdict::breach)
                .map(Verdict::rule)
                .collect(Collectors.toMap(Rule::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
