package io.zhijian.people.inbox;

import io.zhijian.base.Texts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in the reader's inbox.
 *
 * @param count how much it tells of
 * @param changedAt when something was last added to it
 */
public record Received(
        UUID id,
        String cause,
        String subjectName,
        String unitName,
        String href,
        int count,
        Instant changedAt,
        @Nullable Instant readAt,
        @Nullable Instant archivedAt) {

    /** In the reader's language. */
    public String title() {
        return Texts.t("inbox.cause." + cause, subjectName, count);
    }

    public boolean unread() {
        return readAt == null && archivedAt == null;
    }
}
