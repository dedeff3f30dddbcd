package io.zhijian.registry;

import io.zhijian.house.Golden;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The burden budget: what a person must fill and how many steps it takes; these figures may only go down. */
class BurdenTests {

    @Test
    void theBudgetIsUnderReview() {
        String steps = Arrays.stream(Step.values())
                .map(step -> "| " + step.path() + " | " + step.fields().size() + " | " + required(step) + " |\n")
                .collect(Collectors.joining());
        Golden.check("burden.md", """
                # Burden budget

                Fields a person may fill and must fill, step by step; a row of a repeating group counts once. Level, region and
                host name come from the unit. These figures may only go down: a field more needs a reason in the review.

                ## Enter an app

                Steps, the review included: %d. Fields: %d, of which must be filled: %d (the host is proposed).

                | step | fields | must |
                |---|---|---|
                %s
                ## Mend one fact

                Steps: 2 (the field a finding names, then the review). Must be filled: the fact.

                ## Set an app to its true stage

                Steps: 1. Must be filled: stage, reason.
                """.formatted(
                Step.values().length + 1,
                Field.values().length,
                Arrays.stream(Step.values()).mapToLong(BurdenTests::required).sum(),
                steps));
    }

    private static long required(Step step) {
        return EntryForm.read(new Typed(Map.of())).problems().stream()
                .filter(Problem::blocks)
                .filter(problem -> problem.field().step() == step)
                .count();
    }
}
