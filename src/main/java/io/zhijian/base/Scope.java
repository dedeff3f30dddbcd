package io.zhijian.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * Where a list is narrowed to, within whatever the reader reaches.
     *
     * @param head how a unit path or a region code begins, or the whole name of a line
     * @param alone the unit itself without those under it
     */
    public record Place(Axis axis, String head, boolean alone) {

        private static final Pattern FORM = Pattern.compile(
                "unit:(?<unit>/(?:\\d+/)*)(?<alone>=?)|region:(?<region>\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})"
                        + "|line:(?<line>[^\\p{Cntrl}]{1,40})");

        /** Reads what {@link #code} wrote; none where it is anything else. */
        public static Optional<Place> of(String code) {
            Matcher parts = FORM.matcher(code);
            if (!parts.matches()) {
                return Optional.empty();
            }
            if (parts.group("unit") != null) {
                boolean alone = !parts.group("alone").isEmpty();
                return Optional.of(new Place(Axis.UNIT, parts.group("unit"), alone));
            }
            boolean region = parts.group("region") != null;
            return Optional.of(
                    new Place(region ? Axis.REGION : Axis.LINE, parts.group(region ? "region" : "line"), false));
        }

        /** As it stands in addresses, such as unit:/1/4/ or region:9901. */
        public String code() {
            return axis.code() + ":" + head + (alone ? "=" : "");
        }

        /** The SQL LIKE pattern that a row's unit path or region must match; the line itself. */
        public String pattern() {
            return alone || axis == Axis.LINE ? head : head + "%";
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
