package io.zhijian.registry;

import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the register: every question is answered within the reach of the one who asks. */
@Service
public class Apps {

    private final AppRows rows;
    private final AppHistory history;
    private final AppListing listing;

    Apps(AppRows rows, AppHistory history, AppListing listing) {
        this.rows = rows;
        this.history = history;
        this.listing = listing;
    }

    @Transactional(readOnly = true)
    public Optional<App> find(UUID id) {
        return rows.find(id);
    }

    /** The app, or a refusal that looks the same whether it does not exist or is out of reach. */
    @Transactional(readOnly = true)
    public App get(UUID id) {
        return rows.find(id).orElseThrow(() -> Refusal.notFound("registry.app-unknown"));
    }

    @Transactional(readOnly = true)
    public Paging<App> search(AppQuery query, int page) {
        return listing.page(query, page);
    }

    @Transactional(readOnly = true)
    public List<FacetCount> facets(AppQuery query) {
        return listing.facets(query);
    }

    /** How many of the apps the actor may edit have facts that are still to be declared. */
    @Transactional(readOnly = true)
    public long countToComplete() {
        return listing.countToComplete();
    }

    /** Streams the whole list, in batches, for an export. */
    @Transactional(readOnly = true)
    public void forEach(AppQuery query, Consumer<App> each) {
        listing.forEach(query, each);
    }

    /** Versions of the entry, newest first. */
    @Transactional(readOnly = true)
    public List<AppVersion> versions(UUID id) {
        return history.versions(id);
    }

    /** What happened in the app's life, newest first. */
    @Transactional(readOnly = true)
    public List<AppMove> moves(UUID id) {
        return history.moves(id);
    }
}
