package io.zhijian.registry.quota.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Paging;
import io.zhijian.people.Unit;
import io.zhijian.registry.quota.Held;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Units with accounts, in the order of their codes.
 *
 * @param words what units are looked for by
 * @param found units of that name, with accounts or without
 */
public record QuotasPage(Paging<Held> held, String words, List<Unit> found) {

    /** What holds for a unit today, on one line. */
    public String quotas(Held row) {
        return row.quotas().isEmpty()
                ? t("quota.none")
                : row.quotas().stream()
                        .map(quota -> t("quota.one", quota.platformWords(), quota.mostWords()))
                        .collect(Collectors.joining(t("quota.separator")));
    }
}
