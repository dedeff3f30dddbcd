package io.zhijian.registry;

import static io.zhijian.registry.Move.Approval.*;
import static io.zhijian.registry.Stage.*;

import io.zhijian.base.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The life of an app as one table: from where to where, who may, and on the ground of which approval. */
public enum Move {
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

    /** What must have been granted before; until applications exist, a supervisor sets the stage with a reason. */
    public enum Approval {
        NONE,
        /** 立项审核 */
        PROJECT_REVIEW,
        /** 验收 */
        ACCEPTANCE,
        /** 备案 */
        FILING,
        /** 关停注销 */
        CLOSURE;

        public String textKey() {
            return "registry.approval." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Stage from;
    private final Stage to;
    private final Approval approval;
    private final Set<Role> who;

    Move(Stage from, Stage to, Approval approval, Role first, Role... rest) {
        this.from = from;
        this.to = to;
        this.approval = approval;
        this.who = EnumSet.of(first, rest);
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    public Approval approval() {
        return approval;
    }

    public Set<Role> who() {
        return Set.copyOf(who);
    }

    public static List<Move> from(Stage stage) {
        return Arrays.stream(values()).filter(move -> move.from == stage).toList();
    }

    public String textKey() {
        return "registry.move." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
