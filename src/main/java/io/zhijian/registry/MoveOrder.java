package io.zhijian.registry;

import io.zhijian.registry.life.Stage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move as somebody asks for it.
 *
 * @param from the stage they saw; refused when it is another one by now
 * @param reason may be empty where the move asks for none
 * @param notice the day on which a closing notice was published
 * @param end the new last day
 * @param into the subject that goes on in its place
 * @param seen what spoke against it and was shown beforehand, as codes parted by commas
 */
public record MoveOrder(
        Stage from,
        String reason,
        @Nullable LocalDate notice,
        @Nullable LocalDate end,
        @Nullable UUID into,
        String seen) {

    /** One that needs nothing but perhaps a reason. */
    public static MoveOrder of(Stage from, String reason) {
        return new MoveOrder(from, reason, null, null, null, "");
    }

    /** For the ledger and the history. */
    Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        if (notice != null) {
            details.put("notice", notice.toString());
        }
        if (end != null) {
            details.put("end", end.toString());
        }
        if (into != null) {
            details.put("into", into.toString());
        }
        if (!seen.isEmpty()) {
            details.put("seen", seen);
        }
        return details;
    }
}
