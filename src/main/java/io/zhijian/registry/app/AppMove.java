package io.zhijian.registry.app;

import static io.zhijian.registry.life.Approval.*;
import static io.zhijian.registry.life.Stage.*;

import io.zhijian.base.Role;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.EnumSet;
import java.util.Set;

/** The life of an app as one table: from where to where, who may, and on the ground of which approval. */
public enum AppMove implements Move {
    //             from        to         approval          who
    APPROVE(PLANNED, APPROVED, PROJECT_REVIEW, Role.APPROVER),
    ACCEPT(APPROVED, ACCEPTED, ACCEPTANCE, Role.CLERK),
    FILE(ACCEPTED, FILED, FILING, Role.SUPERVISOR),
    GO_ONLINE(FILED, ONLINE, NONE, Role.CLERK),
    REBUILD(ONLINE, APPROVED, PROJECT_REVIEW, Role.APPROVER),
    SUSPEND(ONLINE, SUSPENDED, NONE, Role.SUPERVISOR, Role.CLERK),
    RESUME(SUSPENDED, ONLINE, NONE, Role.SUPERVISOR),
    ANNOUNCE_CLOSE(ONLINE, CLOSING, CLOSURE, Role.CLERK),
    CLOSE_AT_ONCE(SUSPENDED, CLOSING, CLOSURE, Role.CLERK),
    KEEP(CLOSING, ONLINE, CLOSURE, Role.SUPERVISOR),
    TAKE_OFFLINE(CLOSING, OFFLINE, NONE, Role.CLERK),
    DISPOSE(OFFLINE, DISPOSING, NONE, Role.CLERK),
    DEREGISTER(DISPOSING, CLOSED, CLOSURE, Role.SUPERVISOR),
    ABANDON(PLANNED, CLOSED, NONE, Role.CLERK);

    private final Stage from;
    private final Stage to;
    private final Approval approval;
    private final Set<Role> who;

    AppMove(Stage from, Stage to, Approval approval, Role first, Role... rest) {
        this.from = from;
        this.to = to;
        this.approval = approval;
        this.who = EnumSet.of(first, rest);
    }

    @Override
    public Set<Stage> from() {
        return Set.of(from);
    }

    @Override
    public Stage to() {
        return to;
    }

    @Override
    public Approval approval() {
        return approval;
    }

    @Override
    public Set<Role> who() {
        return Set.copyOf(who);
    }

    @Override
    public String textKey() {
        return "registry.move." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
