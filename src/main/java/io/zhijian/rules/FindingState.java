package io.zhijian.rules;

import java.util.Locale;

/** Where a finding stands; none of these is a verdict on a unit. */
public enum FindingState {
    /** 疑似, waits for a person. */
    OPEN,
    /** A person has checked that it is so; waits to be put right. */
    CONFIRMED,
    /** Allowed by a person until a day, with reason and basis. */
    EXEMPTED,
    /** A person has found that it is not so. */
    DISMISSED,
    /** The facts no longer show it. */
    CURED,
    /** The rule no longer applies. */
    WITHDRAWN;

    /** Whether somebody still has to act. */
    public boolean waits() {
        return this == OPEN || this == CONFIRMED;
    }

    /** Whether nothing is left to do or to watch. */
    public boolean closed() {
        return this == DISMISSED || this == CURED || this == WITHDRAWN;
    }

    public String textKey() {
        return "rules.state." + name().toLowerCase(Locale.ROOT);
    }
}
