package io.zhijian.supervision;

import java.time.LocalDate;
import java.util.Locale;

/** The two horizons of the opinions' article 2, in whole months from their publication. */
public enum Aim {
    /** 一至两年 */
    NEAR(LocalDate.of(2023, 12, 1), LocalDate.of(2025, 12, 31)),
    /** 三至五年 */
    MIDDLE(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31));

    /** The first day that is looked back on. */
    public static final LocalDate SINCE = NEAR.from;

    private final LocalDate from;
    private final LocalDate to;

    Aim(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public String textKey() {
        return "supervision.aim." + name().toLowerCase(Locale.ROOT);
    }
}
