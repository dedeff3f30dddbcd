package io.zhijian.registry.entry;

/** For short texts outside the entry, such as reasons: the same signs are refused as in its fields. */
public final class PlainText {

    private PlainText() {}

    /** @param max in characters */
    public static boolean fits(String text, int max) {
        String tidy = text.replace("\r\n", "\n").replace('\t', ' ').strip();
        return TextCheck.readable(tidy) && tidy.codePointCount(0, tidy.length()) <= max;
    }
}
