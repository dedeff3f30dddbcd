package io.zhijian.registry.life;

import io.zhijian.base.Role;
import java.util.Set;

/** One arrow in the life of a kind of subject; each kind has its own table of them. */
public interface Move {

    String name();

    Set<Stage> from();

    Stage to();

    /** On the ground of what; a move that rests on an approval is not made by hand. */
    Approval approval();

    /** Who may make it; nobody: it happens by itself. */
    Set<Role> who();

    String textKey();

    /** What must be told with it. */
    default Set<Asks> asks() {
        return Set.of(Asks.REASON);
    }

    /** Whether it happens without anybody's doing. */
    default boolean byItself() {
        return who().isEmpty();
    }

    /** What the one who moves is asked. */
    enum Asks {
        REASON,
        /** The day a closing notice was published. */
        NOTICE,
        /** The new last day. */
        END,
        /** The subject that goes on in its place. */
        INTO
    }
}
