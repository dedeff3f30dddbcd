package io.zhijian.rules.book;

import java.util.Locale;

/** How sure we are of what a regulation file or a rule rests on; only the first two may be switched on as shipped. */
public enum Verified {
    /** The regulation's own text. */
    S,
    /** Read in a published page. */
    P,
    /** Rebuilt from fragments. */
    F,
    /** Inferred. */
    I,
    /** From memory. */
    M;

    /** Whether a rule resting on it may be switched on before an office has checked the official text. */
    public boolean mayJudge() {
        return this == S || this == P;
    }

    /** Key of its words in the message files. */
    public String textKey() {
        return "rules.verified." + name().toLowerCase(Locale.ROOT);
    }
}
