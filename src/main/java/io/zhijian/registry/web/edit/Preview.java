package io.zhijian.registry.web.edit;

import io.zhijian.registry.App;
import io.zhijian.registry.entry.AppFacts;
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

    /** @param before null for a new app */
    static Preview of(Rulebook book, @Nullable AppFacts before, AppFacts after, LocalDate today) {
        Map<String, Rule> was = before == null ? Map.of() : breaches(book, before, today);
        Map<String, Rule> willBe = breaches(book, after, today);
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

    private static Map<String, Rule> breaches(Rulebook book, AppFacts facts, LocalDate today) {
        return book.judge(App.KIND, facts, today).stream()
                .filter(Verdict::breach)
                .map(Verdict::rule)
                .collect(Collectors.toMap(Rule::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
