package io.zhijian.semantics.check;

import java.util.Locale;

/** What the machine suspects of a text; a person decides. */
public enum Verdict {
    /** Speaks of something that K23 forbids, or of a duty not done. */
    VIOLATION,
    /** Would be forbidden, were it not for security, emergency or a statutory duty (K23 art. 6). */
    EXCEPTION,
    /** Nothing found: harmless, voluntary, a description, or a rule that lifts a burden. */
    BENIGN,
    /** Cannot be told by a machine. */
    UNSURE;

    /** The word used in files and on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its words. */
    public String textKey() {
        return "semantics.verdict." + code();
    }
}
