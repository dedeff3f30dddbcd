package io.zhijian.registry.door;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes what people type comparable: full-width signs count as narrow ones, case, spaces, dashes and brackets do not
 * count. The work is bounded by {@link #MOST}, whatever is typed.
 */
public final class Folding {

    /** What is typed beyond this many characters is not looked at. */
    public static final int MOST = 120;

    private Folding() {}

    public static String fold(String typed) {
        String head = typed.length() > MOST ? typed.substring(0, MOST) : typed;
        StringBuilder folded = new StringBuilder(head.length());
        Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(MOST)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
