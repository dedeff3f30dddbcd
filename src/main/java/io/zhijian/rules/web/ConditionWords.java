package io.zhijian.rules.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.rules.book.Step;
import io.zhijian.rules.book.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a condition into words a person can check, one part a line. */
public final class ConditionWords {

    private final Subjects subjects;
    private final String kind;
    private final List<Line> lines = new ArrayList<>();

    private ConditionWords(Subjects subjects, String kind) {
        this.subjects = subjects;
        this.kind = kind;
    }

    /**
     * One part.
     *
     * @param depth how deep it nests, 0 outermost
     */
    public record Line(int depth, String words, Verdict.Outcome outcome) {

        /** Key of its outcome: holds, does not hold, unknown. */
        public String textKey() {
            return "rules.outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static List<Line> of(Step step, String kind, Subjects subjects) {
        ConditionWords words = new ConditionWords(subjects, kind);
        words.add(step, false, step.outcome(), 0);
        return words.lines;
    }

    private void add(Step step, boolean negated, Verdict.Outcome outcome, int depth) {
        switch (step.kind()) {
            case NOT -> add(step.parts().getFirst(), !negated, outcome, depth);
            case TEST -> lines.add(new Line(depth, test(step, negated), outcome));
            case ALL, ANY -> {
                String all = negated ? t("rules.condition.not-all") : t("rules.condition.all");
                String any = negated ? t("rules.condition.none") : t("rules.condition.any");
                lines.add(new Line(depth, step.kind() == Step.Kind.ALL ? all : any, outcome));
                step.parts().forEach(part -> add(part, false, part.outcome(), depth + 1));
            }
        }
    }

    private String test(Step step, boolean negated) {
        String fact = step.fact();
        if (fact == null) {
            return negated ? t("rules.condition.not", step.source()) : step.source();
        }
        String label = subjects.label(kind, fact);
        String against = step.against().stream()
                .map(value -> subjects.value(kind, fact, value))
                .collect(Collectors.joining(t("rules.comma")));
        return switch (step.test()) {
            case "true" -> t(negated ? "rules.condition.is-not" : "rules.condition.is", label);
            case "in" -> t(negated ? "rules.condition.not-in" : "rules.condition.in", label, against);
            case "equals" -> t(negated ? "rules.condition.not-in" : "rules.condition.in", label, against);
            case "matches" -> t(negated ? "rules.condition.not-matches" : "rules.condition.matches", label, against);
            default ->
                compared(step.test(), negated, label, against)
                        .orElseGet(() -> negated ? t("rules.condition.not", step.source()) : step.source());
        };
    }

    /** Empty where it is no comparison, or one with what only the subject knows. */
    private static Optional<String> compared(String test, boolean negated, String label, String against) {
        if (against.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (test) {
                    case "_>_" -> t(negated ? "rules.condition.at-most" : "rules.condition.above", label, against);
                    case "_>=_" -> t(negated ? "rules.condition.below" : "rules.condition.at-least", label, against);
                    case "_<_" -> t(negated ? "rules.condition.at-least" : "rules.condition.below", label, against);
                    case "_<=_" -> t(negated ? "rules.condition.above" : "rules.condition.at-most", label, against);
                    case "_!=_" -> t(negated ? "rules.condition.in" : "rules.condition.not-in", label, against);
                    default -> null;
                });
    }
}
