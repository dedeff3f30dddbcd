package io.zhijian.semantics.docx;

import org.jspecify.annotations.Nullable;

/** Where in the body a remark on the whole document can be fastened: at the beginning of its first paragraph. */
final class FirstParagraph {

    private int place = -1;
    private boolean mayHaveProperties;

    /** An empty paragraph, from, to and name as written, in case there is no other. */
    record Empty(int from, int to, String name) {}

    @Nullable
    private Empty empty;

    void starts(int after) {
        if (place < 0) {
            place = after;
            mayHaveProperties = true;
        }
    }

    /** The properties of a paragraph end here; they come before anything else in it. */
    void properties(int after) {
        if (mayHaveProperties) {
            place = after;
            mayHaveProperties = false;
        }
    }

    void isEmpty(int from, int to, String name, boolean inBody) {
        if (inBody && empty == null) {
            empty = new Empty(from, to, name);
        }
    }

    /** Negative where every paragraph is empty. */
    int place() {
        return place;
    }

    @Nullable
    Empty empty() {
        return empty;
    }
}
