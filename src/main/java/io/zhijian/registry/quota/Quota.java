package io.zhijian.registry.quota;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.account.AccountPlatform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts a unit may have from a day on.
 *
 * @param platform null: all of them together
 * @param most null: no limit from that day on
 */
public record Quota(
        UUID unit,
        @Nullable AccountPlatform platform,
        LocalDate from,
        @Nullable Integer most,
        String basis,
        String reason,
        Instant setAt,
        String setBy) {

    public String platformWords() {
        return platform == null ? t("quota.all") : t(platform.textKey());
    }

    public String mostWords() {
        return most == null ? t("quota.unlimited") : t("quota.most", most);
    }
}
