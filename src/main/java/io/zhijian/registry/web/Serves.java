package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.Subject;
import io.zhijian.registry.account.AccountEntry;
import io.zhijian.registry.app.AppEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a subject serves, told before it ends: so that nobody loses a service unawares. */
final class Serves {

    private static final int NAMED = 20;

    private Serves() {}

    static List<String> of(Subject subject) {
        List<String> serves = new ArrayList<>();
        switch (subject.entry()) {
            case AccountEntry account -> {
                account.headlines().forEach(purpose -> serves.add(t("registry.serves.purpose", purpose)));
                if (account.followers() != null) {
                    serves.add(t("registry.serves.followers", account.followers()));
                }
            }
            case AppEntry app -> {
                add(
                        serves,
                        "registry.serves.items",
                        app.items().stream().map(AppEntry.Item::name).toList());
                add(serves, "registry.serves.functions", app.headlines());
                if (!app.users().isEmpty()) {
                    serves.add(t("registry.serves.users", app.users().size()));
                }
                add(
                        serves,
                        "registry.serves.data",
                        app.data().stream().map(AppEntry.DataSet::name).toList());
            }
            default -> {}
        }
        return serves;
    }

    private static void add(List<String> serves, String key, List<String> names) {
        if (!names.isEmpty()) {
            String shown = names.stream().limit(NAMED).collect(Collectors.joining(t("registry.list-comma")));
            serves.add(t(key, names.size(), shown));
        }
    }
}
