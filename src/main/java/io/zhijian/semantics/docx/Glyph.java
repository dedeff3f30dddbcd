package io.zhijian.semantics.docx;

import org.jspecify.annotations.Nullable;

/**
 * One character of the text.
 *
 * @param from where it stands in its part, written as a reference or as itself
 * @param to after it
 * @param piece what it is in; null for a break that stands for an element
 */
record Glyph(char c, int from, int to, @Nullable Piece piece) {

    static Glyph between(char c) {
        return new Glyph(c, -1, -1, null);
    }
}
