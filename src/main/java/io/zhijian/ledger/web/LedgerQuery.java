package io.zhijian.ledger.web;

import io.zhijian.ledger.search.LedgerFilter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The search form as it arrives; without days it is the last 30; a date nobody can read counts as none. */
record LedgerQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String reason) {

    private static final ZoneId OUTSIDE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final int LONGEST = 100;

    LedgerFilter filter() {
        LocalDate last = day(to, LocalDate.now(OUTSIDE));
        LocalDate first = day(from, last.minusDays(DAYS));
        return new LedgerFilter(first, last, text(actor), text(action), text(subject), text(reason));
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        try {
            return typed == null || typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            return otherwise;
        }
    }

    private static String text(@Nullable String typed) {
        String stripped = typed == null ? "" : typed.strip().replace("\0", "");
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    /** The same search as part of an address. */
    static String address(String path, LedgerFilter filter) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("from", filter.from())
                .queryParam("to", filter.to())
                .queryParam("actor", "{actor}")
                .queryParam("action", "{action}")
                .queryParam("subject", "{subject}")
                .queryParam("reason", "{reason}")
                .encode()
                .buildAndExpand(filter.actor(), filter.action(), filter.subject(), filter.reason())
                .toUriString();
    }
}
