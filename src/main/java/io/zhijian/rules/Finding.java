package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.rules.book.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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
        State state,
        Map<String, Object> facts,
        Map<String, Object> params,
        Instant openedAt,
        @Nullable Instant closedAt,
        int timesReopened,
        @Nullable Exemption exemption,
        int version) {

    /** The kind of subject under which the ledger knows a finding. */
    public static final String KIND = "finding";

    /** Where a finding stands; none of these is a verdict on a unit. */
    public enum State {
        /** 疑似, waits for a person. */
        OPEN,
        /** A person has checked that it is so; waits to be put right. */
        CONFIRMED,
        /** Allowed by a person until a day, with reason and basis. */
        EXEMPTED,
        /** A person has found that it is not so. */
        DISMISSED,
        /** The facts no longer show it. */
        CURED,
        /** The rule no longer applies. */
        WITHDRAWN;

        /** Whether somebody still has to act. */
        public boolean waits() {
            return this == OPEN || this == CONFIRMED;
        }

        /** Whether nothing is left to do or to watch. */
        public boolean closed() {
            return this == DISMISSED || this == CURED || this == WITHDRAWN;
        }

        /** Key of its words in the message files. */
        public String textKey() {
            return "rules.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it is allowed, on what basis, and the last day it is. */
    public record Exemption(String reason, String basis, LocalDate until) {}

    /**
     * One move of its life.
     *
     * @param until with an exemption its last day
     */
    public record Event(
            FindingMove move,
            Instant at,
            String actor,
            boolean byPerson,
            String reason,
            @Nullable String basis,
            @Nullable LocalDate until) {}

    public SubjectRef ref() {
        return new SubjectRef(KIND, id);
    }

    /** In the reader's language. */
    public String title() {
        return rule.title().words();
    }

    /** Where it is shown. */
    public String href() {
        return "/findings/" + id;
    }
}
