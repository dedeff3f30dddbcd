package io.zhijian.semantics.docx;

/** A run: text of one look. Places are those of its part. */
final class Run {

    /** Before its start tag. */
    final int from;

    /** The start tag as it is written. */
    final String tag;

    /** After the start tag, or after its properties where it has some. */
    int contentFrom;

    /** After its last child. */
    int contentTo;

    /** After its end tag. */
    int to;

    /** Its properties as they are written; empty where it has none. */
    String properties = "";

    Run(int from, int tagTo, String tag) {
        this.from = from;
        this.tag = tag;
        this.contentFrom = tagTo;
        this.contentTo = tagTo;
    }
}
