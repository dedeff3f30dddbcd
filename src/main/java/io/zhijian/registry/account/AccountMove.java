package io.zhijian.registry.account;

import static io.zhijian.registry.life.Stage.*;

import io.zhijian.base.Role;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.Locale;
import java.util.Set;

/** The life of a public account as one table; the 2026 measure's filing does not apply to accounts. */
public enum AccountMove implements Move {
    /** Opens a planned account after looking at what speaks against it. */
    OPEN(Set.of(PLANNED), ONLINE, Set.of(Asks.REASON), Role.CLERK),
    /** Enters one that was running before it came to the register. */
    RECORD(Set.of(PLANNED), ONLINE, Set.of(), Role.CLERK),
    ABANDON(Set.of(PLANNED), CLOSED, Set.of(Asks.REASON), Role.CLERK),
    SUSPEND(Set.of(ONLINE), SUSPENDED, Set.of(Asks.REASON), Role.CLERK, Role.SUPERVISOR),
    RESUME(Set.of(SUSPENDED), ONLINE, Set.of(Asks.REASON), Role.CLERK, Role.SUPERVISOR),
    /** Another account of the host or of a unit above it goes on in its place. */
    MERGE(Set.of(ONLINE, SUSPENDED, CLOSING), MERGED, Set.of(Asks.INTO, Asks.NOTICE, Asks.REASON), Role.CLERK),
    ANNOUNCE_CLOSE(Set.of(ONLINE, SUSPENDED), CLOSING, Set.of(Asks.NOTICE, Asks.REASON), Role.CLERK),
    KEEP(Set.of(CLOSING), ONLINE, Set.of(Asks.REASON), Role.CLERK, Role.SUPERVISOR),
    CLOSE(Set.of(CLOSING), CLOSED, Set.of(Asks.REASON), Role.CLERK);

    private final Set<Stage> from;
    private final Stage to;
    private final Set<Asks> asks;
    private final Set<Role> who;

    AccountMove(Set<Stage> from, Stage to, Set<Asks> asks, Role... who) {
        this.from = from;
        this.to = to;
        this.asks = asks;
        this.who = Set.of(who);
    }

    @Override
    public Set<Stage> from() {
        return from;
    }

    @Override
    public Stage to() {
        return to;
    }

    @Override
    public Approval approval() {
        return Approval.NONE;
    }

    @Override
    public Set<Role> who() {
        return who;
    }

    @Override
    public Set<Asks> asks() {
        return asks;
    }

    @Override
    public String textKey() {
        return "account.move." + name().toLowerCase(Locale.ROOT);
    }
}
