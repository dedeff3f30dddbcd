package io.zhijian.rules.web;

import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One rule: its clause, its condition in words and as it stands, its parameters and its proof. */
public record RulePage(
        Rule rule,
        Regulation regulation,
        Regulation.@Nullable Article article,
        List<ConditionWords.Line> condition,
        List<Param> params,
        List<Example> examples,
        Findings.@Nullable Count count) {

    /** A figure or list an office may set. */
    public record Param(String name, String value) {}

    /** A made-up subject, in words, and what the rule says of it. */
    public record Example(List<String> given, Verdict.Outcome found) {

        public String textKey() {
            return "rules.example." + found.name().toLowerCase(Locale.ROOT);
        }
    }

    public String articleHref() {
        return "/rulebook/" + regulation.id() + "/" + rule.basis().article();
    }
}
