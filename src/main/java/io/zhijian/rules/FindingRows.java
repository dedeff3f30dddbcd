package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.office.RuleTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of findings as they are read and held; {@link FindingWrites} writes them. */
@Component
class FindingRows {

    private final JdbcClient db;
    private final RuleTexts rules;

    FindingRows(JdbcClient db, RuleTexts rules) {
        this.db = db;
        this.rules = rules;
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

    /** Many at once, in an order in which two cannot wait for each other. */
    void lock(List<SubjectRef> subjects) {
        db.sql("""
                        select pg_advisory_xact_lock(hashtextextended(subject, 7))
                          from (select unnest(:subjects::text[]) as subject order by 1) as sorted
                        """)
                .param("subjects", subjects.stream().map(SubjectRef::toString).toArray(String[]::new))
                .query((row, n) -> "")
                .list();
    }

    /** By subject. */
    Map<UUID, List<Finding>> of(String kind, Collection<UUID> ids) {
        return db
                .sql("""
                        select * from rules.finding where subject_kind = :kind and subject_id = any (:ids) order by opened_at, id
                        """)
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(finding -> finding.subject().id()));
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
