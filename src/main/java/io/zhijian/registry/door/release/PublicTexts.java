package io.zhijian.registry.door.release;

import io.zhijian.registry.Subject;
import io.zhijian.registry.account.AccountEntry;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.door.PublicText;
import io.zhijian.registry.door.Themes;
import io.zhijian.registry.entry.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a subject's entry may become public, and nothing more: no person, no telephone, no user unit, no data set. */
final class PublicTexts {

    private PublicTexts() {}

    static PublicText of(Subject subject) {
        return switch (subject.entry()) {
            case AppEntry app -> app(subject, app);
            case AccountEntry account -> account(subject, account);
            case Entry group -> blank(subject);
        };
    }

    private static PublicText app(Subject subject, AppEntry app) {
        return new PublicText(
                subject.kind().code(),
                app.name(),
                app.aliases(),
                form(app),
                "",
                app.summary(),
                subject.hostName(),
                app.icp().number(),
                app.gov().number(),
                app.norm().current().map(PublicTexts::norm).orElse(null),
                app.complaintEntry().where(),
                app.complaintZone().where(),
                app.stores().stream()
                        .map(store -> new PublicText.Store(store.name(), store.link()))
                        .toList(),
                app.items().stream()
                        .map(item -> new PublicText.Item(item.name(), item.code(), Themes.guess(item.name())))
                        .toList());
    }

    private static PublicText account(Subject subject, AccountEntry account) {
        return new PublicText(
                subject.kind().code(),
                account.name(),
                List.of(),
                form(account),
                account.accountId(),
                account.purpose(),
                subject.hostName(),
                "",
                "",
                null,
                "",
                "",
                account.link().isEmpty() ? List.of() : List.of(new PublicText.Store("", account.link())),
                List.of());
    }

    /** Of a group nothing is ever public. */
    private static PublicText blank(Subject subject) {
        return new PublicText(
                subject.kind().code(), "", List.of(), "", "", "", "", "", "", null, "", "", List.of(), List.of());
    }

    private static String form(Entry entry) {
        return entry.form() == null ? "" : entry.form().code();
    }

    private static PublicText.@Nullable Norm norm(AppEntry.NormVersion norm) {
        return new PublicText.Norm(norm.published(), norm.targetUsers(), norm.scenes(), norm.requirements());
    }
}
