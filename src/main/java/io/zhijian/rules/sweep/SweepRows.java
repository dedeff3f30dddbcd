package io.zhijian.rules.sweep;

import io.zhijian.rules.book.Canonical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When sweeps ran, and by which rules. */
@Component
class SweepRows {

    private static final long LOCK = 0x7A68_6A5F_7377_6570L;

    private final JdbcClient db;
    private final Clock clock;

    SweepRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False while another node sweeps; held until the running transaction ends. */
    public boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Committed at once, so that events written by the sweep's own transactions may name it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(UUID id, String rulebookHash, Map<String, String> rules, boolean changed) {
        db.sql("""
                        insert into rules.sweep (id, rulebook_hash, rules, rules_changed, started_at)
                        values (:id, :hash, cast(:rules as jsonb), :changed, :at)
                        """)
                .param("id", id)
                .param("hash", rulebookHash)
                .param("rules", Canonical.text(rules))
                .param("changed", changed)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
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
                .map(SweepRows::rules)
                .orElse(Map.of());
    }

    private static Sweep.Run read(ResultSet row) throws SQLException {
        return new Sweep.Run(
                row.getObject("id", UUID.class),
                row.getString("rulebook_hash"),
                rules(row.getString("rules")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("judged"));
    }

    private static Map<String, String> rules(String json) {
        return Canonical.parse(json).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
