package io.zhijian.people;

import io.zhijian.base.Refusal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks short texts that people type: names, lines, telephone numbers, reasons. */
public final class Words {

    /** Longest reason, in characters. */
    public static final int REASON_LENGTH = 500;

    /** Letters and digits only: the row policies match lines by LIKE, so no wildcard may get in. */
    private static final Pattern LINE = Pattern.compile("[\\p{L}\\p{N}、·]+");

    private static final Pattern PHONE = Pattern.compile("[0-9+()（）\\- ]{5,30}");

    private Words() {}

    /** Without space around it, and in one way of writing (Unicode NFC). */
    public static String tidy(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    /** As {@link #tidy}, where an empty text means that there is none. */
    public static @Nullable String tidyOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }

    /** What is wrong with a name of so many characters, if anything. */
    public static Optional<Refusal> problem(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            return Optional.of(Refusal.invalid("people.text-missing"));
        }
        if (length < least || length > most) {
            return Optional.of(Refusal.invalid("people.text-length", least, most, length));
        }
        return text.codePoints().anyMatch(Words::unseen)
                ? Optional.of(Refusal.invalid("people.text-unseen"))
                : Optional.empty();
    }

    /** The tidied reason of an act that goes into the ledger; refuses where it is missing or unfit. */
    public static String reason(String text) {
        String reason = tidy(text);
        problem(reason, 2, REASON_LENGTH).ifPresent(refusal -> {
            throw refusal;
        });
        return reason;
    }

    /** Refuses with the first problem, if there is one. */
    static void refuse(Map<String, Refusal> problems) {
        problems.values().stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
    }

    static Optional<Refusal> lineProblem(String text, int most) {
        return problem(text, 1, most)
                .or(() -> LINE.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of(Refusal.invalid("people.line-form")));
    }

    static Optional<Refusal> phoneProblem(String text) {
        return PHONE.matcher(text).matches() ? Optional.empty() : Optional.of(Refusal.invalid("people.phone-form"));
    }

    /** Control characters, and format characters that turn the reading direction round or take no room. */
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
