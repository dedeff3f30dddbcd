package io.zhijian.registry;

import io.zhijian.rules.FactSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ids of what hosts have declared, host by host, so that neighbours are looked at together. */
@Repository
class SubjectIds {

    private static final int BATCH = 1_000;
    private static final int HOSTS = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAGE = """
            select host_unit, id from registry.subject
             where kind = :kind and provenance = 'OWN' and (host_unit, id) > (:host, :id)
             order by host_unit, id limit :size
            """;

    /**
     * Hosts of whom anything was written, of whatever kind; of what is called like something that was; and those whose
     * quota began to hold since the last sweep, a whole one of which comes at least every seven days. What is only nearly
     * called like something that ended waits for the whole one.
     */
    private static final String HOSTS_CHANGED = """
            select distinct host_unit from registry.subject where stamp >= :since and host_unit is not null
            union
            select s.host_unit from registry.subject o
              join registry.subject s on s.kind = o.kind and s.region = o.region and s.core = o.core and s.host_unit is not null
             where o.stamp >= :since and o.stage in ('CLOSED', 'MERGED', 'DISSOLVED')
            union
            select unit from registry.quota where from_day > :today - 8 and from_day <= :today
             order by 1
            """;

    private static final String OF_HOSTS = """
            select id from registry.subject
             where kind = :kind and provenance = 'OWN' and host_unit = any (:hosts) order by host_unit, id
            """;

    private final JdbcClient db;
    private final TransactionTemplate reading;

    SubjectIds(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Place(UUID host, UUID id) {

        static Place after(@Nullable String mark) {
            if (mark == null) {
                return new Place(FIRST, FIRST);
            }
            String[] parts = mark.split("/");
            return new Place(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
        }

        String mark() {
            return host + "/" + id;
        }
    }

    void all(SubjectKind kind, @Nullable String after, FactSource.EachBatch each) {
        Place place = Place.after(after);
        List<Place> page = page(kind, place);
        while (!page.isEmpty()) {
            place = page.getLast();
            each.take(page.stream().map(Place::id).toList(), place.mark());
            page = page(kind, place);
        }
    }

    private List<Place> page(SubjectKind kind, Place after) {
        return read(() -> db.sql(PAGE)
                .param("kind", kind.code())
                .param("host", after.host())
                .param("id", after.id())
                .param("size", BATCH)
                .query((row, n) -> new Place(row.getObject("host_unit", UUID.class), row.getObject("id", UUID.class)))
                .list());
    }

    /** Rows bear the number of the transaction that wrote them last; those below the oldest still running are all seen. */
    long moment() {
        return read(() -> List.of(db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                        .query(Long.class)
                        .single()))
                .getFirst();
    }

    void changed(SubjectKind kind, long since, LocalDate today, Consumer<List<UUID>> each) {
        List<UUID> hosts = read(() -> db.sql(HOSTS_CHANGED)
                .param("since", since)
                .param("today", today)
                .query(UUID.class)
                .list());
        for (int from = 0; from < hosts.size(); from += HOSTS) {
            UUID[] some =
                    hosts.subList(from, Math.min(hosts.size(), from + HOSTS)).toArray(UUID[]::new);
            List<UUID> ids = read(() -> db.sql(OF_HOSTS)
                    .param("kind", kind.code())
                    .param("hosts", some)
                    .query(UUID.class)
                    .list());
            for (int at = 0; at < ids.size(); at += BATCH) {
                each.accept(ids.subList(at, Math.min(ids.size(), at + BATCH)));
            }
        }
    }

    private <T> List<T> read(java.util.function.Supplier<List<T>> read) {
        List<T> found = reading.execute(status -> read.get());
        return found == null ? List.of() : found;
    }
}
