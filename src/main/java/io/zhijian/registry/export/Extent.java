package io.zhijian.registry.export;

/** How much of each subject goes into a table. */
public enum Extent {
    /** The columns chosen for the list. */
    LISTED,
    /** Every field of the entry, under the names an import takes. */
    WHOLE;

    public String textKey() {
        return "export.extent." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
