package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What left an app of points, ranks and times that it holds, or was to leave it.
 *
 * @param purpose id of what it was for; empty where that is what came out
 */
public record DataExport(
        UUID id,
        UUID subject,
        State state,
        String what,
        String recipient,
        String purpose,
        String why,
        Instant at,
        String actorName) {

    /** What became of it. */
    public enum State {
        /** It may leave, and is written down. */
        ALLOWED,
        /** For an appraisal: it may not. */
        REFUSED,
        /** It came out that such data were used for an appraisal. */
        FOUND,
        /** They no longer are. */
        STOPPED;

        public String textKey() {
            return "export.state." + name().toLowerCase(Locale.ROOT);
        }

        /** As the ledger calls it. */
        String action() {
            return switch (this) {
                case ALLOWED -> "app.data-exported";
                case REFUSED -> "app.data-export-refused";
                case FOUND -> "app.data-export-found";
                case STOPPED -> "app.data-export-stopped";
            };
        }
    }

    /** As one line of a timeline. */
    public String words() {
        return t("export.event", t(state.textKey()), what);
    }

    public String href() {
        return href(subject);
    }

    static String href(UUID subject) {
        return "/apps/" + subject + "/data-exports";
    }
}
