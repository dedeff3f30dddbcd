package io.zhijian.ledger.search;

import io.zhijian.base.SubjectRef;
import io.zhijian.base.Texts;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as an auditor reads it.
 *
 * @param number its leaf in the sealed tree, null as long as it waits
 * @param actorName null when what the entry said was erased; so are reason and details
 */
public record LedgerRow(
        UUID id,
        @Nullable Long number,
        Instant at,
        UUID actor,
        @Nullable String actorName,
        String action,
        SubjectRef subject,
        String path,
        String region,
        @Nullable String line,
        String origin,
        @Nullable String reason,
        SortedMap<String, String> details) {

    /** Ids of services are made from their names (version 3), those of people from time. */
    private static final int NAMED = 3;

    public boolean erased() {
        return actorName == null;
    }

    public String actorWords() {
        if (actorName == null) {
            return Texts.t("ledger.erased");
        }
        return actor.version() == NAMED ? Texts.t("ledger.service", actorName) : actorName;
    }

    public String actionWords() {
        return words("ledger.action.", action);
    }

    public String subjectWords() {
        String kind = words("ledger.subject.", subject.kind());
        String name = details.get("name");
        return name == null ? kind : Texts.t("ledger.subject-named", kind, name);
    }

    public String reasonWords() {
        return reason == null ? Texts.t("ledger.erased") : reason;
    }

    /** A detail's key in words where a module has given it some. */
    public static String detailWords(String key) {
        return words("ledger.detail.", key);
    }

    private static String words(String prefix, String key) {
        return Texts.has(prefix + key) ? Texts.t(prefix + key) : key;
    }
}
