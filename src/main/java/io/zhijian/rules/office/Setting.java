package io.zhijian.rules.office;

import io.zhijian.base.Scope;
import io.zhijian.rules.book.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an office has set one rule for its whole area from a day on; it stands until the office's next one.
 *
 * @param scope the area
 * @param params only those that differ from the rule's own
 * @param checked the official text that was compared; always there when a rule that ships off is switched on
 */
public record Setting(
        UUID id,
        String ruleId,
        Scope scope,
        State state,
        Map<String, Object> params,
        LocalDate from,
        String reason,
        Rule.@Nullable Checked checked,
        String office,
        String actor,
        Instant at) {

    /** Whether the rule judges there. */
    public enum State {
        /** As the file says. */
        SHIPPED,
        ON,
        OFF;

        /** Key of its words in the message files. */
        public String textKey() {
            return "lawbook.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The wider the area, the smaller; what a wider area's office has set binds within. */
    int breadth() {
        return switch (scope.axis()) {
            case REGION -> Scope.regionStem(scope.value()).length();
            case UNIT -> scope.value().length() - 1;
            case LINE -> Integer.MAX_VALUE;
        };
    }
}
