package io.zhijian.registry.entry;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at one typed value: which signs may not stand in it, how long it may be, what shape it must have. */
final class TextCheck {

    /** Marks that turn the direction of writing round and so can make a name read as another one. */
    private static final Pattern BIDI = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    /** Neither readable nor storable: control signs (line feed apart), half surrogates, zero-width joiners, BOM. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\uD800-\\uDFFF]|[\\u200B-\\u200D\\u2060\\uFEFF]|[\\uFFFD-\\uFFFF]");

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private TextCheck() {}

    static boolean readable(String text) {
        return !BIDI.matcher(text).find() && !CONTROL.matcher(text).find();
    }

    /** As it will be stored: one form of line break, composed characters, no blank at either end. */
    static String clean(Field field, String raw) {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return field.kind() == Kind.HASH ? text.toLowerCase(java.util.Locale.ROOT) : text;
    }

    static List<Problem> check(String key, Field field, String value) {
        List<Problem> problems = new ArrayList<>();
        if (value.isEmpty()) {
            return problems;
        }
        if (BIDI.matcher(value).find()) {
            problems.add(Problem.refusal(key, field, "bidi", ""));
        } else if (CONTROL.matcher(value).find() || !field.kind().manyLines() && value.contains("\n")) {
            problems.add(Problem.refusal(key, field, "control", ""));
        }
        int length = value.codePointCount(0, value.length());
        if (length > field.max()) {
            problems.add(Problem.refusal(key, field, "too-long", List.of(field.max(), length)));
        }
        if (problems.isEmpty()) {
            shape(key, field, value, problems);
        }
        return problems;
    }

    private static void shape(String key, Field field, String value, List<Problem> problems) {
        Options options = field.options();
        boolean offered = options == null || options.names().contains(value);
        if (!offered || !field.kind().fits(value)) {
            problems.add(
                    new Problem(key, field, "shape", field.kind(), !field.kind().lenient()));
        } else if (field.kind() == Kind.DATE && !isDay(value)) {
            problems.add(Problem.refusal(key, field, "no-such-day", value));
        }
    }

    private static boolean isDay(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return !day.isBefore(EARLIEST) && day.isBefore(LATEST);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
