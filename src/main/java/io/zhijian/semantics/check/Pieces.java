package io.zhijian.semantics.check;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into stretches of a few whole sentences, which the model reads one at a time. */
final class Pieces {

    /** A stretch ends with the sentence that makes it this long, in characters. */
    private static final int ENOUGH = 28;

    /** A sentence longer than this is cut all the same. */
    private static final int LONGEST = 200;

    private Pieces() {}

    /** From and to of each stretch, in order, covering the text. */
    static List<int[]> of(String text) {
        List<int[]> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = i + 1 - from;
            char c = text.charAt(i);
            boolean ends = c == '\u3002' || c == ';' || c == '!' || c == '?' || c == '\n';
            if (ends && (length >= ENOUGH || c == '\n' && length > 12) || length >= LONGEST) {
                pieces.add(new int[] {from, i + 1});
                from = i + 1;
            }
        }
        if (from < text.length()) {
            pieces.add(new int[] {from, text.length()});
        }
        return pieces;
    }
}
