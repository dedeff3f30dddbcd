package io.zhijian.registry.search;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each person keeps for lists: filters under names of their own, and what is shown of each subject. */
@Service
public class ListChoices {

    /** Most filters of one person for one kind. */
    public static final int MOST = 30;

    /** Longest name of a filter, in characters. */
    public static final int LONGEST = 40;

    private static final long KNOWN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int KNOWN = 10_000;

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate reading;

    /** Asked by every page of a list; what another node wrote is noticed seconds later, one's own change at once. */
    private final Map<Whose, Known> known = new ConcurrentHashMap<>();

    ListChoices(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What one person keeps for one kind. */
    record Kept(List<SavedFilter> filters, Details details) {}

    private record Whose(UUID staff, SubjectKind kind) {}

    private record Known(Kept kept, long at) {}

    Kept kept(SubjectKind kind) {
        Whose whose = new Whose(Actor.current().id(), kind);
        Known before = known.get(whose);
        if (before != null && System.nanoTime() - before.at < KNOWN_NANOS) {
            return before.kept;
        }
        Kept kept = Objects.requireNonNull(reading.execute(status -> read(kind)));
        if (known.size() > KNOWN) {
            known.clear();
        }
        known.put(whose, new Known(kept, System.nanoTime()));
        return kept;
    }

    private Kept read(SubjectKind kind) {
        List<SavedFilter> filters = db.sql(
                        "select id, kind, name, query from registry.saved_filter where kind = :kind order by name")
                .param("kind", kind.code())
                .query((row, n) -> new SavedFilter(
                        row.getObject("id", UUID.class), kind, row.getString("name"), row.getString("query")))
                .list();
        Details details = db.sql("select array_to_string(details, ',') from registry.list_choice where kind = :kind")
                .param("kind", kind.code())
                .query(String.class)
                .optional()
                .map(Details::of)
                .orElse(Details.usual());
        return new Kept(filters, details);
    }

    private void changed() {
        UUID staff = Actor.current().id();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.keySet().removeIf(whose -> whose.staff.equals(staff));
            }
        });
    }

    /** Keeps the query under a name; what stood under it is replaced. */
    @Transactional
    public void save(String typed, SubjectQuery query) {
        String name = typed.strip().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
        String address = query.address("");
        int from = address.indexOf('?') + 1;
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw Refusal.invalid("search.filter-name", LONGEST);
        }
        if (from == 0 || address.length() - from > 2_000) {
            throw Refusal.invalid("search.filter-empty");
        }
        changed();
        if (count(query.kind(), name) >= MOST) {
            throw Refusal.invalid("search.filter-many", MOST);
        }
        db.sql("""
                insert into registry.saved_filter (id, staff, kind, name, query, saved_at)
                values (:id, :staff, :kind, :name, :query, :now)
                on conflict (staff, kind, name) do update set query = excluded.query, saved_at = excluded.saved_at""")
                .param("id", Ids.next())
                .param("staff", Actor.current().id())
                .param("kind", query.kind().code())
                .param("name", name)
                .param("query", address.substring(from))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int count(SubjectKind kind, String without) {
        return db.sql("select count(*) from registry.saved_filter where kind = :kind and name <> :name")
                .param("kind", kind.code())
                .param("name", without)
                .query(Integer.class)
                .single();
    }

    /** Forgets a filter of the actor's own; says nothing of others'. */
    @Transactional
    public void forget(UUID filter) {
        changed();
        db.sql("delete from registry.saved_filter where id = :id")
                .param("id", filter)
                .update();
    }

    /** What the actor wants lists of a kind to show. */
    @Transactional(readOnly = true)
    public Details shown(SubjectKind kind) {
        return db.sql("select array_to_string(details, ',') from registry.list_choice where kind = :kind")
                .param("kind", kind.code())
                .query(String.class)
                .optional()
                .map(Details::of)
                .orElseGet(Details::usual);
    }

    /** Remembers what the actor wants lists of a kind to show. */
    @Transactional
    public void show(SubjectKind kind, Collection<String> details) {
        changed();
        db.sql("""
                insert into registry.list_choice (staff, kind, details) values (:staff, :kind, :details)
                on conflict (staff, kind) do update set details = excluded.details""")
                .param("staff", Actor.current().id())
                .param("kind", kind.code())
                .param(
                        "details",
                        Details.of(details).shown().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }
}
