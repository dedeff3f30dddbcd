package io.zhijian.rules;

import static io.zhijian.rules.FindingState.CONFIRMED;
import static io.zhijian.rules.FindingState.CURED;
import static io.zhijian.rules.FindingState.DISMISSED;
import static io.zhijian.rules.FindingState.EXEMPTED;
import static io.zhijian.rules.FindingState.OPEN;
import static io.zhijian.rules.FindingState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The life of a finding as one table: from where, to where, and who may. */
public enum FindingMove {
    FOUND(nothing(), OPEN, Who.RULES),
    CURED_BY_FACTS(from(OPEN, CONFIRMED, EXEMPTED, DISMISSED), CURED, Who.RULES),
    REBOUNDED(from(CURED, WITHDRAWN), OPEN, Who.RULES),
    EXPIRED(from(EXEMPTED), OPEN, Who.RULES),
    RULE_WITHDRAWN(from(OPEN, CONFIRMED, EXEMPTED, DISMISSED), WITHDRAWN, Who.RULES),
    CONFIRM(from(OPEN), CONFIRMED, Who.DECIDER),
    EXEMPT(from(OPEN, CONFIRMED), EXEMPTED, Who.DECIDER),
    DISMISS(from(OPEN, CONFIRMED), DISMISSED, Who.DECIDER),
    REOPEN(from(CONFIRMED, EXEMPTED, DISMISSED), OPEN, Who.DECIDER);

    /** Who makes a move: the rules themselves, or a person who may decide over the finding's jurisdiction. */
    public enum Who {
        RULES,
        DECIDER
    }

    private final Set<FindingState> from;
    private final FindingState to;
    private final Who who;

    FindingMove(Set<FindingState> from, FindingState to, Who who) {
        this.from = from;
        this.to = to;
        this.who = who;
    }

    public Set<FindingState> from() {
        return EnumSet.copyOf(from);
    }

    public FindingState to() {
        return to;
    }

    public Who who() {
        return who;
    }

    public boolean startsAt(FindingState state) {
        return from.contains(state);
    }

    /** The action's name in the ledger. */
    public String action() {
        return "finding." + code();
    }

    /** Key of its words in the message files. */
    public String textKey() {
        return "rules.move." + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<FindingState> nothing() {
        return EnumSet.noneOf(FindingState.class);
    }

    private static Set<FindingState> from(FindingState first, FindingState... rest) {
        return EnumSet.of(first, rest);
    }
}
