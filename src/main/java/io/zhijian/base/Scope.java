package io.zhijian.base;

import java.util.Locale;

/** Where a role reaches: one subtree of units, one subtree of regions, or one system line (条线). */
public record Scope(Axis axis, String value) {

    /** What a scope is measured along; jurisdiction is not ancestry, so there are three. */
    public enum Axis {
        UNIT,
        REGION,
        LINE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The SQL LIKE pattern a row's unit path, region code or line must match. */
    public String pattern() {
        return switch (axis) {
            case UNIT -> value + "%";
            case REGION -> regionStem(value) + "%";
            case LINE -> value;
        };
    }

    /** Whether a row held there lies in this scope. */
    public boolean covers(Jurisdiction where) {
        return switch (axis) {
            case UNIT -> where.path().startsWith(value);
            case REGION -> where.region().startsWith(regionStem(value));
            case LINE -> value.equals(where.line());
        };
    }

    /**
     * The significant head of a 12-digit region code (GB/T 2260 and its extension): 2, 4, 6, 9 or 12 digits; the code of
     * the whole country, all zeros, has an empty head.
     */
    public static String regionStem(String code) {
        for (int length : new int[] {0, 2, 4, 6, 9}) {
            if (code.substring(length).chars().allMatch(c -> c == '0')) {
                return code.substring(0, length);
            }
        }
        return code;
    }
}
