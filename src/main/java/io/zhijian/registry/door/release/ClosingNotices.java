package io.zhijian.registry.door.release;

import io.zhijian.registry.Subject;
import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.Door;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hosts announce of the end of something; it follows what is public at once, without a second check. */
@Service
public class ClosingNotices {

    private final ReleaseRows rows;
    private final ReleaseGuard guard;
    private final Door door;
    private final Clock clock;

    ClosingNotices(ReleaseRows rows, ReleaseGuard guard, Door door, Clock clock) {
        this.rows = rows;
        this.guard = guard;
        this.door = door;
        this.clock = clock;
    }

    /** The host announces that it closes, or takes the announcement back. */
    @Transactional
    public void announce(UUID id, @Nullable ClosingNotice notice) {
        Subject subject = guard.hosted(id);
        rows.notice(id, notice, clock.instant());
        if (notice == null) {
            guard.record("door.notice-removed", subject, "", Map.of());
        } else {
            guard.record("door.notice", subject, notice.words(), Map.of());
        }
        door.changed();
    }
}
