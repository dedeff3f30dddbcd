package io.zhijian.registry;

import io.zhijian.house.Golden;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The burden budget: what a person must fill and how many steps it takes; these figures may only go down. */
class BurdenTests {

    @Test
    void theBudgetIsUnderReview() {
        String kinds =
                Arrays.stream(SubjectKind.values()).map(BurdenTests::entering).collect(Collectors.joining());
        Golden.check("burden.md", """
                # Burden budget

                Fields a person may fill and must fill, step by step; a row of a repeating group counts once. Level, region and
                host name come from the unit. These figures may only go down: a field more needs a reason in the review.

                %s## Mend one fact

                Steps: 2 (the field a finding names, then the review). Must be filled: the fact.

                ## Set an app to its true stage

                Steps: 1. Must be filled: stage, reason.

                ## Dissolve a group

                Steps: 1. Must be filled: nothing.
                """.formatted(kinds));
    }

    private static String entering(SubjectKind kind) {
        List<Step> steps = kind.shape().steps();
        return """
                ## Enter: %s

                Steps, the review included: %d, of which may be left out: %d. Fields: %d, of which must be filled: %d (the host is
                proposed).

                | step | fields | must |
                |---|---|---|
                %s
                """.formatted(
                        kind.code(),
                        steps.size() + 1,
                        steps.stream().filter(Step::mayBeSkipped).count(),
                        kind.shape().fields().size(),
                        steps.stream().mapToLong(step -> required(kind, step)).sum(),
                        steps.stream()
                                .map(step -> "| " + step.path() + " | "
                                        + step.fields().size() + " | " + required(kind, step) + " |\n")
                                .collect(Collectors.joining()));
    }

    private static long required(SubjectKind kind, Step step) {
        return kind.shape().read(new Typed(Map.of())).problems().stream()
                .filter(Problem::blocks)
                .filter(problem -> problem.field().step() == step)
                .count();
    }
}
