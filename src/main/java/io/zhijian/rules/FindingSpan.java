package io.zhijian.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Findings of which something happened within some days in Asia/Shanghai.
 *
 * @param from the first day
 * @param to the last day, that day included
 */
public record FindingSpan(What what, LocalDate from, LocalDate to) {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM =
            Pattern.compile("([a-z]{4,7}):(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

    /** In SQL: the event took the finding from where nobody has to act to where somebody has. */
    static final String ENTERED =
            "(to_state in ('OPEN', 'CONFIRMED') and (from_state is null or from_state not in ('OPEN', 'CONFIRMED')))";

    /** In SQL: the event took the finding from where somebody has to act to where nobody has. */
    static final String LEFT = "(from_state in ('OPEN', 'CONFIRMED') and to_state not in ('OPEN', 'CONFIRMED'))";

    /** What happened. */
    public enum What {
        /** It was opened, for the last time. */
        OPENED(" and opened_at >= :from and opened_at < :before"),
        /** It began to wait for somebody, once or more. */
        ENTERED(within(FindingSpan.ENTERED)),
        /** It was settled, once or more. */
        LEFT(within(FindingSpan.LEFT));

        private final String sql;

        What(String sql) {
            this.sql = sql;
        }

        /** Its word in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static String within(String event) {
            return " and id in (select finding_id from rules.finding_event where at >= :from and at < :before and "
                    + event + ")";
        }
    }

    /** As it stands in addresses, such as opened:2026-11-01..2026-11-30. */
    public String code() {
        return what.code() + ":" + from + ".." + to;
    }

    /** Reads what {@link #code} wrote; none where it is anything else. */
    public static Optional<FindingSpan> of(String code) {
        Matcher parts = FORM.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FindingSpan(
                    What.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                    LocalDate.parse(parts.group(2)),
                    LocalDate.parse(parts.group(3))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String sql(Map<String, Object> params) {
        params.put("from", from.atStartOfDay(OFFICE).toOffsetDateTime());
        params.put("before", to.plusDays(1).atStartOfDay(OFFICE).toOffsetDateTime());
        return what.sql;
    }
}
