package io.zhijian.registry.group;

import static io.zhijian.registry.life.Stage.*;

import io.zhijian.base.Role;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.Locale;
import java.util.Set;

/** The life of a work group as one table. */
public enum GroupMove implements Move {
    /** On the day after its last one, by itself. */
    END(Set.of(ONLINE), ENDING, Set.of()),
    EXTEND(Set.of(ENDING), ONLINE, Set.of(Asks.END, Asks.REASON), Role.CLERK),
    /** One tap. */
    DISSOLVE(Set.of(ONLINE, ENDING), DISSOLVED, Set.of(), Role.CLERK);

    private final Set<Stage> from;
    private final Stage to;
    private final Set<Asks> asks;
    private final Set<Role> who;

    GroupMove(Set<Stage> from, Stage to, Set<Asks> asks, Role... who) {
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
        return "group.move." + name().toLowerCase(Locale.ROOT);
    }
}
