package io.zhijian.rules.book;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a rule says what it says of a subject.
 *
 * @param facts those the condition speaks of; null is unknown
 * @param step the condition part by part
 */
public record Explanation(Rule rule, Map<String, Object> facts, Step step, Verdict verdict) {

    static Explanation of(Condition condition, Record facts) {
        Map<String, Object> all = condition.type().values(facts);
        Map<String, Object> used = new LinkedHashMap<>();
        condition.facts().forEach(name -> used.put(name, all.get(name)));
        return new Explanation(
                condition.rule(),
                used,
                Step.of(condition, condition.tree().getExpr(), facts),
                condition.judge(facts, condition.type().unknowns(facts)));
    }

    /** For the command line: plain text, one part a line, indented as the condition nests. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(rule.id()).append("  ").append(rule.title().words()).append('\n');
        text.append(rule.basis().regulation()).append(" / ").append(rule.basis().article());
        text.append("  ").append(String.join(", ", rule.basis().points())).append('\n');
        facts.forEach((name, value) -> text.append("  ")
                .append(name)
                .append(" = ")
                .append(value == null ? "?" : value)
                .append('\n'));
        append(text, step, 1);
        text.append("=> ").append(verdict.outcome());
        if (verdict.unknown()) {
            text.append("  ? ").append(String.join(", ", verdict.missing()));
        }
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, Step step, int depth) {
        String mark = switch (step.outcome()) {
            case BREACH -> "[x] ";
            case CLEAR -> "[ ] ";
            case UNKNOWN -> "[?] ";
        };
        text.append("  ".repeat(depth)).append(mark).append(step.source()).append('\n');
        step.parts().forEach(part -> append(text, part, depth + 1));
    }
}
