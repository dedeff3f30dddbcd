package io.zhijian.registry.entry;

import org.jspecify.annotations.Nullable;

/** A declared fact: known to be so, known not to be so, or not known yet; what is left blank is unknown. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    /** For rules: unknown is null. */
    public @Nullable Boolean known() {
        return this == UNKNOWN ? null : this == YES;
    }

    /** What this answer becomes when the thing itself has been entered: naming a person says that there is one. */
    public Answer or(boolean entered) {
        return entered ? YES : this;
    }
}
