package io.zhijian.rules;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.office.RuleTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of findings and of their events. */
@Component
class FindingRows {

    private final JdbcClient db;
    private final RuleTexts rules;
    private final Clock clock;

    FindingRows(JdbcClient db, RuleTexts rules, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.clock = clock;
    }

    /** The row condition of one power, narrower than the row policy when the reader has several roles. */
    static String within(String power) {
        return """
                (unit_path like any ((select access.reach('%1$s', 'unit'))::text[])
                 or region like any ((select access.reach('%1$s', 'region'))::text[])
                 or line = any ((select access.reach('%1$s', 'line'))::text[]))
                """.formatted(power);
    }

    /** One judge at a time per subject; released with the transaction. */
    void lock(SubjectRef subject) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 7))")
                .param("subject", subject.toString())
                .query((row, n) -> "")
                .list();
    }

    List<Finding> of(SubjectRef subject) {
        return db.sql(
                        "select * from rules.finding where subject_kind = :kind and subject_id = :id order by opened_at, id")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Finding> find(UUID id) {
        return db.sql("select * from rules.finding where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void lockRow(UUID id) {
        db.sql("select id from rules.finding where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    List<Finding> exemptedUntilBefore(LocalDate day) {
        return db.sql(
                        "select * from rules.finding where state = 'EXEMPTED' and exempt_until < :day order by id limit 500")
                .param("day", day)
                .query((row, n) -> read(row))
                .list();
    }

    void insert(Finding finding) {
        bound("""
                insert into rules.finding (id, subject_kind, subject_id, subject_name, rule_id, rule_hash, regulation, article,
                  severity, state, facts, params, opened_at, unit_id, unit_path, region, line)
                values (:id, :kind, :subject, :name, :rule, :hash, :regulation, :article,
                  :severity, :state, cast(:facts as jsonb), cast(:params as jsonb), :opened, :unit, :path, :region, :line)
                """, finding).update();
    }

    void update(Finding finding) {
        bound("""
                update rules.finding
                set subject_name = :name, rule_hash = :hash, regulation = :regulation, article = :article, severity = :severity,
                    state = :state, facts = cast(:facts as jsonb), params = cast(:params as jsonb), opened_at = :opened,
                    closed_at = :closed, times_reopened = :reopened, exempt_reason = :reason, exempt_basis = :basis,
                    exempt_until = :until, unit_id = :unit, unit_path = :path, region = :region, line = :line,
                    version = version + 1
                where id = :id
                """, finding).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Finding finding) {
        rules.keep(finding.rule());
        Finding.Exemption exemption = finding.exemption();
        return where(db.sql(sql), finding)
                .param("id", finding.id())
                .param("kind", finding.subject().kind())
                .param("subject", finding.subject().id())
                .param("name", finding.subjectName())
                .param("rule", finding.rule().id())
                .param("hash", finding.rule().hash())
                .param("regulation", finding.rule().basis().regulation())
                .param("article", finding.rule().basis().article())
                .param("severity", finding.rule().severity().name())
                .param("state", finding.state().name())
                .param("facts", Canonical.text(finding.facts()))
                .param("params", Canonical.text(finding.params()))
                .param("opened", finding.openedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "closed",
                        finding.closedAt() == null ? null : finding.closedAt().atOffset(ZoneOffset.UTC))
                .param("reopened", finding.timesReopened())
                .param("reason", exemption == null ? null : exemption.reason())
                .param("basis", exemption == null ? null : exemption.basis())
                .param("until", exemption == null ? null : exemption.until());
    }

    private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec statement, Finding finding) {
        return statement
                .param("unit", finding.where().unit())
                .param("path", finding.where().path())
                .param("region", finding.where().region())
                .param("line", finding.where().line());
    }

    void record(Finding finding, FindingMove move, Finding.@Nullable State from, String reason, @Nullable UUID sweep) {
        Actor actor = Actor.current();
        Finding.Exemption exemption = move == FindingMove.EXEMPT ? finding.exemption() : null;
        JdbcClient.StatementSpec event = db.sql("""
                        insert into rules.finding_event (id, finding_id, move, from_state, to_state, at, actor_kind, actor_id, actor_name,
                          reason, basis, until, rule_hash, facts, sweep_id, unit_path, region, line)
                        values (:id, :finding, :move, :from, :to, :at, :kind, :actor, :name,
                          :reason, :basis, :until, :hash, cast(:facts as jsonb), :sweep, :path, :region, :line)
                        """)
                .param("id", Ids.next())
                .param("finding", finding.id())
                .param("move", move.name())
                .param("from", from == null ? null : from.name())
                .param("to", move.to().name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("reason", reason)
                .param("basis", exemption == null ? null : exemption.basis())
                .param("until", exemption == null ? null : exemption.until())
                .param("hash", finding.rule().hash())
                .param("facts", Canonical.text(finding.facts()))
                .param("sweep", sweep);
        where(event, finding).update();
    }

    Finding read(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        LocalDate until = row.getObject("exempt_until", LocalDate.class);
        return new Finding(
                row.getObject("id", UUID.class),
                new SubjectRef(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("subject_name"),
                new Jurisdiction(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_path"),
                        row.getString("region"),
                        row.getString("line")),
                rules.byHash(row.getString("rule_hash")),
                Finding.State.valueOf(row.getString("state")),
                Canonical.parse(row.getString("facts")),
                Canonical.parse(row.getString("params")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getInt("times_reopened"),
                until == null
                        ? null
                        : new Finding.Exemption(row.getString("exempt_reason"), row.getString("exempt_basis"), until),
                row.getInt("version"));
    }
}
