package io.zhijian.rules.book;

import java.util.Locale;

/** How much a finding of a rule weighs, heaviest first; it sorts lists, it never scores a unit. */
public enum Severity {
    SERIOUS,
    ORDINARY,
    NOTICE;

    /** The word used in the files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in the message files. */
    public String textKey() {
        return "rules.severity." + code();
    }
}
