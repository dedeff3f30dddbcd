package io.zhijian.semantics.docx;

import org.jspecify.annotations.Nullable;

/** One text element of a run. Places are those of its part. */
final class Piece {

    /** Where Word shows what a comment cannot be fastened to. */
    enum Where {
        BODY,
        BOX,
        NOTE,
        PAGE
    }

    final Run run;

    /** The text element's name as it is written. */
    final String name;

    /** Its start tag, from and to. */
    final int tagFrom;

    final int tagTo;

    /** Whether it says that its blanks count. */
    final boolean preserve;

    /** Before and after its end tag. */
    int endFrom;

    int endTo;

    Where where = Where.BODY;

    /** The run of the body that stands for it: the one a text box hangs on, the one that refers to a note. */
    @Nullable
    Run outer;

    /** The note it is in; empty where in none. */
    String note = "";

    Piece(Run run, String name, int tagFrom, int tagTo, boolean preserve) {
        this.run = run;
        this.name = name;
        this.tagFrom = tagFrom;
        this.tagTo = tagTo;
        this.preserve = preserve;
    }

    boolean standsInBody() {
        return where == Where.BODY && outer == null;
    }
}
