package io.zhijian.rules.sweep;

import io.zhijian.rules.book.Canonical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When sweeps ran, by which rules, and how far. */
@Component
class SweepRows {

    private static final long LOCK = 0x7A68_6A5F_7377_6570L;

    private final JdbcClient db;
    private final Clock clock;

    SweepRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A sweep that has begun.
     *
     * @param whole whether it takes up every subject
     * @param moments by kind: up to which moment it has seen what was written
     * @param reached by kind: up to which mark all are judged
     */
    record Begun(UUID id, boolean whole, Map<String, Long> moments, Map<String, String> reached, long judged) {}

    /** False while another node sweeps; held until the running transaction ends. */
    public boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Committed at once, so that events written by the sweep's own transactions may name it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(Begun begun, String rulebookHash, Map<String, String> rules, boolean changed) {
        db.sql("""
                        insert into rules.sweep (id, rulebook_hash, rules, rules_changed, started_at, whole, moments)
                        values (:id, :hash, cast(:rules as jsonb), :changed, :at, :whole, cast(:moments as jsonb))
                        """)
                .param("id", begun.id())
                .param("hash", rulebookHash)
                .param("rules", Canonical.text(rules))
                .param("changed", changed)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("whole", begun.whole())
                .param("moments", Canonical.text(begun.moments()))
                .update();
    }

    /** So that a sweep that is cut short goes on there. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reached(UUID id, String kind, String mark, long judged) {
        db.sql("""
                        update rules.sweep set reached = jsonb_set(reached, array[:kind], to_jsonb(:mark::text)), judged = :judged
                         where id = :id
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("mark", mark)
                .param("judged", judged)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void finish(UUID id, long judged) {
        db.sql("update rules.sweep set finished_at = :at, judged = :judged where id = :id")
                .param("id", id)
                .param("judged", judged)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A whole sweep that was cut short, when no other was finished since and the rules are the same. */
    @Transactional(readOnly = true)
    public Optional<Begun> cutShort(String rulebookHash) {
        return db.sql("""
                        select * from rules.sweep s
                         where finished_at is null and whole and moments is not null and rulebook_hash = :hash
                           and not exists (select from rules.sweep later where later.finished_at > s.started_at)
                         order by started_at desc limit 1
                        """)
                .param("hash", rulebookHash)
                .query((row, n) -> begun(row))
                .optional();
    }

    /** Up to which moments the last sweep saw everything; empty where none ever did. */
    @Transactional(readOnly = true)
    public Map<String, Long> moments() {
        return db.sql("""
                        select * from rules.sweep where finished_at is not null and moments is not null
                        order by started_at desc limit 1
                        """).query((row, n) -> begun(row).moments()).optional().orElse(Map.of());
    }

    /** When the last whole sweep began that was finished. */
    @Transactional(readOnly = true)
    public Optional<OffsetDateTime> lastWhole() {
        return db.sql("""
                        select started_at from rules.sweep where finished_at is not null and whole and moments is not null
                        order by started_at desc limit 1
                        """).query(OffsetDateTime.class).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Sweep.Run> last() {
        return db.sql("select * from rules.sweep where finished_at is not null order by started_at desc limit 1")
                .query((row, n) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Sweep.Run> lastWithOtherRules() {
        return db.sql("""
                        select * from rules.sweep where finished_at is not null and rules_changed
                        order by started_at desc limit 1
                        """).query((row, n) -> read(row)).optional();
    }

    /** The rules of the finished sweep before that one. */
    @Transactional(readOnly = true)
    public Map<String, String> rulesBefore(Sweep.Run run) {
        return db.sql("""
                        select rules from rules.sweep where finished_at is not null and started_at < :at
                        order by started_at desc limit 1
                        """)
                .param("at", run.startedAt().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(SweepRows::texts)
                .orElse(Map.of());
    }

    private static Sweep.Run read(ResultSet row) throws SQLException {
        return new Sweep.Run(
                row.getObject("id", UUID.class),
                row.getString("rulebook_hash"),
                texts(row.getString("rules")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("judged"));
    }

    private static Begun begun(ResultSet row) throws SQLException {
        Map<String, Long> moments = new LinkedHashMap<>();
        texts(row.getString("moments")).forEach((kind, moment) -> moments.put(kind, Long.valueOf(moment)));
        return new Begun(
                row.getObject("id", UUID.class),
                row.getBoolean("whole"),
                moments,
                texts(row.getString("reached")),
                row.getLong("judged"));
    }

    private static Map<String, String> texts(@Nullable String json) {
        return json == null
                ? Map.of()
                : Canonical.parse(json).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
