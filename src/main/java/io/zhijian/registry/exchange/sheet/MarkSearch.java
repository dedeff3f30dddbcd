package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;

/** Looks through the texts of a whole file for secrecy marks, many cells at a time; what was found is never told. */
final class MarkSearch {

    private static final int ENOUGH = 50_000;

    private final Markings markings;
    private final StringBuilder heap = new StringBuilder();

    MarkSearch(Markings markings) {
        this.markings = markings;
    }

    void add(CharSequence text) {
        heap.append(text);
    }

    /** Each cell stands on a line of its own: a mark is often all there is in it. */
    void lineEnd() {
        if (!heap.isEmpty() && heap.charAt(heap.length() - 1) != '\n') {
            heap.append('\n');
        }
        if (heap.length() > ENOUGH) {
            finish();
        }
    }

    void finish() {
        if (markings.find(heap.toString()).isPresent()) {
            throw Refusal.invalid("marking.found");
        }
        heap.setLength(0);
    }
}
