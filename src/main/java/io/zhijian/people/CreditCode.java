package io.zhijian.people;

import io.zhijian.base.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last one a check character. */
public final class CreditCode {

    /** The 31 characters of the standard: digits and capitals without I, O, S, V, Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");

    private CreditCode() {}

    /** What is wrong with the code, if anything. */
    public static Optional<Refusal> problem(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(Refusal.invalid("people.credit-code-length", code.length()));
        }
        if (!FORM.matcher(code).matches()) {
            return Optional.of(Refusal.invalid("people.credit-code-form"));
        }
        return checkCharacter(code) == code.charAt(LENGTH - 1)
                ? Optional.empty()
                : Optional.of(Refusal.invalid("people.credit-code-check"));
    }

    /** The check character for the first 17: weights are the powers of 3 modulo 31. */
    public static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
