package io.zhijian.rules.book;

import java.util.Set;

/**
 * What one rule says about one subject, in three values; unknown is never a breach.
 *
 * @param missing with {@link Outcome#UNKNOWN} the facts without which nothing can be said, else empty
 */
public record Verdict(Rule rule, Outcome outcome, Set<String> missing) {

    /** Kleene's three values, in the words of a rule. */
    public enum Outcome {
        BREACH,
        CLEAR,
        UNKNOWN
    }

    public boolean breach() {
        return outcome == Outcome.BREACH;
    }

    public boolean clear() {
        return outcome == Outcome.CLEAR;
    }

    public boolean unknown() {
        return outcome == Outcome.UNKNOWN;
    }
}
