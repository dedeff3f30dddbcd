package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.rules.book.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that seems wrong with a subject, for a person to decide on; the same shape whoever noticed it.
 *
 * @param rule as it stood when last found, by its hash, not as it may stand today
 * @param facts what the condition rested on; null is unknown
 * @param closedAt when it came to rest, if it has
 * @param timesReopened how often it came back after it had been at rest
 */
public record Finding(
        UUID id,
        SubjectRef subject,
        String subjectName,
        Jurisdiction where,
        Rule rule,
        FindingState state,
        Map<String, Object> facts,
        Map<String, Object> params,
        Instant openedAt,
        @Nullable Instant closedAt,
        int timesReopened,
        @Nullable Exemption exemption,
        int version) {

    /** Why it is allowed, on what basis, and the last day it is. */
    public record Exemption(String reason, String basis, LocalDate until) {}

    public String title() {
        return rule.title().words();
    }

    /** Where it is shown. */
    public String href() {
        return "/findings/" + id;
    }
}
