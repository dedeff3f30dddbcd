package io.zhijian.registry.search;

import io.zhijian.base.Actor;
import io.zhijian.base.Paging;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Finds subjects for lists. The index proposes, the database disposes: a row is shown only if its reader may read it now
 * and it stands as the index has it; whatever was written since the index looked last is read first.
 */
@Service
public class SubjectSearch {

    private static final int TRIES = 4;

    private final IndexFeed feed;
    private final IndexRows rows;
    private final Subjects subjects;
    private final ListChoices choices;

    SubjectSearch(IndexFeed feed, IndexRows rows, Subjects subjects, ListChoices choices) {
        this.feed = feed;
        this.rows = rows;
        this.subjects = subjects;
        this.choices = choices;
    }

    /** One page; one beyond the end is the last. */
    public Found page(SubjectQuery query, int number) {
        if (!feed.ready()) {
            return withoutIndex(query, number);
        }
        Reach reach = Reach.of(Actor.current());
        Wish wish = Wish.of(query);
        for (int attempt = 1; ; attempt++) {
            SubjectIndex index = feed.index();
            long horizon = feed.horizon();
            Hits.Page page = index.page(reach, wish, number, Paging.SIZE);
            List<UUID> ids = page.rows().stream().map(Row::id).toList();
            IndexRows.Check check = rows.check(ids, horizon);
            if (attempt == TRIES || agree(index, page, check)) {
                return found(index, reach, page, check, choices.kept(query.kind()));
            }
            feed.refresh();
            if (attempt == TRIES - 1) {
                feed.forgetGone(ids);
            }
        }
    }

    /**
     * Which subjects the actor may read as far as the index knows, so that others take no place in a search; whatever is
     * shown is still read under the row policies. None while the index is being filled.
     */
    public Optional<Predicate<UUID>> withinReach() {
        if (!feed.ready()) {
            return Optional.empty();
        }
        Reach reach = Reach.of(Actor.current());
        SubjectIndex index = feed.index();
        return Optional.of(id -> index.reached(reach, id));
    }

    private static boolean agree(SubjectIndex index, Hits.Page page, IndexRows.Check check) {
        // whatever was written lately must have been in the index already when it was asked
        return page.rows().stream().allMatch(row -> stands(row, check))
                && check.lately().entrySet().stream()
                        .allMatch(written -> index.stamp(written.getKey()) == written.getValue())
                && (check.lately().isEmpty() || page.version() == index.version());
    }

    private static boolean stands(Row row, IndexRows.Check check) {
        return check.seen().getOrDefault(row.id(), -1L) == row.stamp();
    }

    private static Found found(
            SubjectIndex index, Reach reach, Hits.Page page, IndexRows.Check check, ListChoices.Kept kept) {
        List<Row> shown = page.rows().stream().filter(row -> stands(row, check)).toList();
        Set<UUID> waiting = new HashSet<>();
        for (Row row : shown) {
            if (index.waits(reach, row)) {
                waiting.add(row.id());
            }
        }
        return new Found(
                new Paging<>(shown.stream().map(Row::shown).toList(), page.number(), Paging.SIZE, page.total()),
                page.counts(),
                waiting,
                kept.filters(),
                kept.details(),
                true);
    }

    /** Slower, and without facets: by the database alone. */
    private Found withoutIndex(SubjectQuery query, int number) {
        Paging<Subject> page = subjects.search(query, number);
        ListChoices.Kept kept = choices.kept(query.kind());
        return new Found(
                new Paging<>(page.rows().stream().map(Listed::of).toList(), page.number(), page.size(), page.total()),
                Map.of(),
                Set.of(),
                kept.filters(),
                kept.details(),
                false);
    }
}
