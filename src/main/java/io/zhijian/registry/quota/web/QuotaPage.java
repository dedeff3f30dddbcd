package io.zhijian.registry.quota.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.people.Unit;
import io.zhijian.registry.account.AccountPlatform;
import io.zhijian.registry.quota.Quota;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit's accounts in use and its quotas.
 *
 * @param now what holds today
 * @param all whatever was set, the latest day first
 * @param typed what was typed before
 * @param refused words of a refusal, or empty
 */
public record QuotaPage(
        Unit unit,
        Map<AccountPlatform, Long> used,
        List<Quota> now,
        List<Quota> all,
        boolean mayDecide,
        Map<String, String> typed,
        String refused) {

    /** In use and allowed, all together first. */
    public record Line(String platform, long used, String most) {}

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        long all = used.values().stream().mapToLong(Long::longValue).sum();
        lines.add(new Line(t("quota.all"), all, most(null)));
        for (AccountPlatform platform : AccountPlatform.values()) {
            long here = used.getOrDefault(platform, 0L);
            if (here > 0 || now.stream().anyMatch(quota -> quota.platform() == platform)) {
                lines.add(new Line(t(platform.textKey()), here, most(platform)));
            }
        }
        return lines;
    }

    private String most(@Nullable AccountPlatform platform) {
        return now.stream()
                .filter(quota -> quota.platform() == platform)
                .findFirst()
                .map(Quota::mostWords)
                .orElseGet(() -> t("quota.none"));
    }

    public List<AccountPlatform> platforms() {
        return Arrays.asList(AccountPlatform.values());
    }

    public String value(String key) {
        return typed.getOrDefault(key, "");
    }
}
