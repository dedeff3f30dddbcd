package io.zhijian.registry.door.release;

import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.PublicText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject stands between register and public.
 *
 * @param proposed what waits for the office
 * @param released what is public now
 * @param token the public name, once it has one
 * @param note what was last said, by {@code noteBy}
 */
public record Release(
        UUID subject,
        Audience audience,
        @Nullable PublicText proposed,
        @Nullable UUID proposedBy,
        String proposedByName,
        @Nullable Instant proposedAt,
        @Nullable PublicText released,
        @Nullable LocalDate releasedOn,
        @Nullable String token,
        @Nullable ClosingNotice notice,
        String note,
        String noteBy,
        int version) {

    public boolean waits() {
        return proposed != null;
    }

    public boolean isPublic() {
        return released != null;
    }
}
