package io.zhijian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.registry.app.AppFacts;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules are tested with is what the register really tells. */
class TestFactsTests {

    @Test
    void theFactsOfTheTestsAreThoseOfTheRegister() {
        assertThat(shape(TestFacts.class)).isEqualTo(shape(AppFacts.class));
    }

    private static List<String> shape(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map((RecordComponent component) ->
                        component.getName() + ": " + component.getType().getSimpleName())
                .sorted()
                .toList();
    }
}
