package io.zhijian.semantics.check;

import java.util.List;

/**
 * A clause that a text seems to break.
 *
 * @param regulation the document's id, "K23"
 * @param article its article, 3–16
 * @param point the obligation, such as "A8.6"
 * @param confidence 0 to 1, calibrated on labelled texts
 * @param words the suspect words as they stand in the original
 */
public record Breach(String regulation, int article, String point, double confidence, List<Span> words) {

    /**
     * A stretch of the original text.
     *
     * @param from the index of its first character
     * @param to the index after its last
     */
    public record Span(int from, int to, String text) {}
}
