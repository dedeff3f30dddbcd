package io.zhijian.semantics;

import com.hankcs.hanlp.dictionary.other.CharTable;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the machines read it: simplified characters, half-width letters, digits and punctuation, lower case, no blanks
 * or line breaks inside a word; each character knows where it stood in the original.
 */
public final class PlainText {

    private final String text;
    private final int[] origins;
    private final String original;

    private PlainText(String text, int[] origins, String original) {
        this.text = text;
        this.origins = origins;
        this.original = original;
    }

    /** Reads a text of any length; nothing in it is an error. */
    public static PlainText of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 16];
        for (int i = 0; i < original.length(); i++) {
            String plain = plain(original.charAt(i));
            for (int k = 0; k < plain.length(); k++) {
                if (text.length() == origins.length) {
                    origins = Arrays.copyOf(origins, origins.length * 2);
                }
                origins[text.length()] = i;
                text.append(plain.charAt(k));
            }
        }
        return new PlainText(text.toString(), origins, original).withoutGaps();
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** The text as it was given. */
    public String original() {
        return original;
    }

    /** Where a character of the plain text stood in the original. */
    public int origin(int at) {
        return at < text.length() ? origins[at] : original.length();
    }

    private static String plain(char c) {
        if (c < 0x80) {
            return String.valueOf(Character.toLowerCase(c));
        }
        if (isInvisible(c)) {
            return "";
        }
        if (c >= 0xFF00 || c < 0x2E80 && c > 0x2070) {
            return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase();
        }
        return String.valueOf(CharTable.convert(c));
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL || type == Character.NON_SPACING_MARK;
    }

    /** Blanks between Chinese characters go, and so does a line break that no punctuation announces. */
    private PlainText withoutGaps() {
        StringBuilder kept = new StringBuilder(text.length());
        int[] where = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0') {
                int next = i;
                int breaks = 0;
                while (next < text.length()
                        && (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '\u00a0')) {
                    breaks += text.charAt(next) == '\n' ? 1 : 0;
                    next++;
                }
                boolean joins = kept.isEmpty()
                        || next == text.length()
                        || breaks < 2 && isChinese(kept.charAt(kept.length() - 1)) && isChinese(text.charAt(next));
                if (!joins) {
                    where[kept.length()] = origins[i];
                    kept.append(breaks > 0 ? '\n' : ' ');
                }
                i = next - 1;
            } else {
                where[kept.length()] = origins[i];
                kept.append(c);
            }
        }
        return new PlainText(kept.toString(), Arrays.copyOf(where, kept.length()), original);
    }

    /** Whether this is a Chinese character. */
    public static boolean isChinese(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
