package io.zhijian.rules;

import static io.zhijian.rules.Finding.State.CONFIRMED;
import static io.zhijian.rules.Finding.State.CURED;
import static io.zhijian.rules.Finding.State.DISMISSED;
import static io.zhijian.rules.Finding.State.EXEMPTED;
import static io.zhijian.rules.Finding.State.OPEN;
import static io.zhijian.rules.Finding.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The life of a finding as one table: from where, to where, and who may. */
public enum FindingMove {
    FOUND(nothing(), OPEN, Who.RULES),
    CURED_BY_FACTS(from(OPEN, CONFIRMED, EXEMPTED, DISMISSED), CURED, Who.RULES),
    REBOUNDED(from(CURED, WITHDRAWN), OPEN, Who.RULES),
    FACTS_CHANGED(from(EXEMPTED, DISMISSED), OPEN, Who.RULES),
    EXPIRED(from(EXEMPTED), OPEN, Who.RULES),
    RULE_WITHDRAWN(from(OPEN, CONFIRMED, EXEMPTED), WITHDRAWN, Who.RULES),
    CONFIRM(from(OPEN), CONFIRMED, Who.DECIDER),
    EXEMPT(from(OPEN, CONFIRMED), EXEMPTED, Who.DECIDER),
    DISMISS(from(OPEN, CONFIRMED), DISMISSED, Who.DECIDER),
    REOPEN(from(CONFIRMED, EXEMPTED, DISMISSED), OPEN, Who.DECIDER);

    /** Who makes a move: the rules themselves, or a person who may decide over the finding's jurisdiction. */
    public enum Who {
        RULES,
        DECIDER
    }

    private final Set<Finding.State> from;
    private final Finding.State to;
    private final Who who;

    FindingMove(Set<Finding.State> from, Finding.State to, Who who) {
        this.from = from;
        this.to = to;
        this.who = who;
    }

    public Set<Finding.State> from() {
        return EnumSet.copyOf(from);
    }

    public Finding.State to() {
        return to;
    }

    public Who who() {
        return who;
    }

    public boolean startsAt(Finding.State state) {
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

    /** Its word in addresses, keys and the ledger. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<Finding.State> nothing() {
        return EnumSet.noneOf(Finding.State.class);
    }

    private static Set<Finding.State> from(Finding.State first, Finding.State... rest) {
        return EnumSet.of(first, rest);
    }
}
