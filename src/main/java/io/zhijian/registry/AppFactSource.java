package io.zhijian.registry;

import io.zhijian.base.Refusal;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.AppFacts;
import io.zhijian.registry.entry.Entry;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Judged;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the rules what is known of each app a host has declared; what is only published is never judged. */
@Component
public class AppFactSource implements FactSource {

    private static final AppQuery OWN =
            new AppQuery("", null, null, null, Provenance.OWN, false, false, AppQuery.Order.CHANGED);

    private final AppRows rows;
    private final AppListing listing;

    AppFactSource(AppRows rows, @org.springframework.context.annotation.Lazy AppListing listing) {
        this.rows = rows;
        this.listing = listing;
    }

    @Override
    public String kind() {
        return App.KIND;
    }

    @Override
    public Class<? extends Record> type() {
        return AppFacts.class;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Judged> find(UUID id) {
        return rows.find(id).filter(app -> !app.published()).map(this::judged);
    }

    @Override
    @Transactional(readOnly = true)
    public void forEach(Consumer<Judged> each) {
        listing.forEach(OWN, app -> each.accept(judged(app)));
    }

    /** The app as rules see it; refuses one that is only published. */
    public Judged judged(App app) {
        return judged(app, app.entry(), app.level());
    }

    /** The app as rules would see it with another entry: to tell beforehand what a change brings. */
    public Judged judged(App app, Entry entry, @Nullable UnitLevel level) {
        if (app.published()) {
            throw Refusal.forbidden("registry.published");
        }
        AppFacts facts = AppFacts.of(entry, app.ownStage().code(), level);
        return new Judged(app.ref(), app.jurisdiction(), entry.name(), facts);
    }
}
