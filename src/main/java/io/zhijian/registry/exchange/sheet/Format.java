package io.zhijian.registry.exchange.sheet;

/** The two kinds of table file that are read. */
public enum Format {
    XLSX,
    CSV;

    /** The ending of a file name. */
    public String ending() {
        return "." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
