package io.zhijian.semantics.docx;

import org.jspecify.annotations.Nullable;

/** Where in the body a remark on the whole document can be fastened: at the beginning of its first paragraph. */
final class FirstParagraph {

    private int place = -1;
    private boolean mayHaveProperties;
    private boolean inProperties;

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

    /** The properties of a paragraph come before anything else in it. */
    void propertiesStart(int from, String content) {
        if (mayHaveProperties) {
            mayHaveProperties = false;
            inProperties = content.substring(place, from).isBlank();
        }
    }

    void propertiesEnd(int after) {
        if (inProperties) {
            place = after;
            inProperties = false;
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
