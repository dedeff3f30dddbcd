package io.zhijian.registry.exchange.sheet;

/** One cell as it was read: what stood there, never evaluated; a date is written 2026-11-23, a truth TRUE or FALSE. */
public record Cell(Type type, String text) {

    public static final Cell BLANK = new Cell(Type.BLANK, "");

    /** What kind of value stood there. */
    public enum Type {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        TRUTH,
        /** Such as #N/A. */
        ERROR
    }

    public static Cell text(String text) {
        return text.isBlank() ? BLANK : new Cell(Type.TEXT, text);
    }

    public boolean blank() {
        return type == Type.BLANK;
    }
}
