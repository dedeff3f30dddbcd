package io.zhijian.registry.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One released subject as the door knows it.
 *
 * @param token its public name, which a QR code holds; nothing of the register can be told from it
 * @param stage as the register knows it now
 * @param changed when anything of this was last changed
 */
public record PublicEntry(
        UUID subject,
        String token,
        PublicText text,
        String stage,
        @Nullable ClosingNotice notice,
        LocalDate released,
        Instant changed) {

    /** Whether people can still use it. */
    public boolean inUse() {
        return switch (stage) {
            case "ONLINE", "SUSPENDED", "CLOSING" -> true;
            default -> false;
        };
    }

    public String stageCode() {
        return stage.toLowerCase(Locale.ROOT);
    }
}
