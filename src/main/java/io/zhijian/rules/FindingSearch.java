package io.zhijian.rules;

import io.zhijian.base.Paging;
import io.zhijian.base.Scope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and counts of findings, within the reader's reach. */
@Component
class FindingSearch {

    private static final String HEAVIEST_FIRST = """
             order by array_position(array['OPEN', 'CONFIRMED', 'EXEMPTED', 'DISMISSED', 'CURED', 'WITHDRAWN'], state),
                      array_position(array['SERIOUS', 'ORDINARY', 'NOTICE'], severity), opened_at desc, id
             limit :size offset :offset
            """;

    private final JdbcClient db;
    private final FindingRows rows;

    FindingSearch(JdbcClient db, FindingRows rows) {
        this.db = db;
        this.rows = rows;
    }

    Paging<Finding> search(FindingFilter filter, int page) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        long total = db.sql("select count(*) from rules.finding" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", Paging.SIZE);
        params.put("offset", Paging.offset(page));
        List<Finding> found = db.sql("select * from rules.finding" + where + HEAVIEST_FIRST)
                .params(params)
                .query((row, n) -> rows.read(row))
                .list();
        return new Paging<>(found, page, Paging.SIZE, total);
    }

    private static String where(FindingFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where true");
        if (filter.state() != null) {
            where.append(" and state = :state");
            params.put("state", filter.state().name());
        } else if (filter.waiting()) {
            where.append(" and state in ('OPEN', 'CONFIRMED')");
        }
        put(where, params, "rule_id", filter.rule());
        put(where, params, "regulation", filter.regulation());
        put(where, params, "article", filter.article());
        put(
                where,
                params,
                "severity",
                filter.severity() == null ? null : filter.severity().name());
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and position(lower(:text) in lower(subject_name)) > 0");
            params.put("text", filter.text().strip());
        }
        put(where, params, "subject_kind", filter.kind());
        if (filter.within() != null) {
            where.append(within(filter.within(), params));
        }
        if (filter.span() != null) {
            where.append(filter.span().sql(params));
        }
        return where.toString();
    }

    /** Narrows to the rows held there; the row policies still apply. */
    static String within(Scope.Place place, Map<String, Object> params) {
        params.put("within", place.pattern());
        return switch (place.axis()) {
            case UNIT -> " and unit_path like :within";
            case REGION -> " and region like :within";
            case LINE -> " and line = :within";
        };
    }

    private static void put(StringBuilder where, Map<String, Object> params, String column, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            where.append(" and ").append(column).append(" = :").append(column);
            params.put(column, value);
        }
    }

    List<Finding.Event> history(UUID finding) {
        return db.sql("select * from rules.finding_event where finding_id = :id order by at, id")
                .param("id", finding)
                .query((row, n) -> new Finding.Event(
                        FindingMove.valueOf(row.getString("move")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getString("actor_kind").equals("STAFF"),
                        row.getString("reason"),
                        row.getString("basis"),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    Map<String, Findings.Count> counts() {
        Map<String, Findings.Count> counts = new LinkedHashMap<>();
        db.sql("""
                        select rule_id, count(*) filter (where state in ('OPEN', 'CONFIRMED')) as waiting, count(*) as total
                        from rules.finding group by rule_id
                        """)
                .query((row, n) -> counts.put(
                        row.getString("rule_id"), new Findings.Count(row.getLong("waiting"), row.getLong("total"))))
                .list();
        return counts;
    }

    /** How many wait on which an actor with this power may act. */
    long waiting(String power, boolean openOnly) {
        return db.sql("select count(*) from rules.finding where state in ('OPEN', :other) and "
                        + FindingRows.within(power))
                .param("other", openOnly ? "OPEN" : "CONFIRMED")
                .query(Long.class)
                .single();
    }

    /** What one sweep opened and closed, by rule. */
    Map<String, Findings.Change> changes(UUID sweep) {
        Map<String, Findings.Change> changes = new LinkedHashMap<>();
        db.sql("""
                        select f.rule_id, count(*) filter (where e.to_state = 'OPEN') as opened,
                               count(*) filter (where e.to_state <> 'OPEN') as closed
                        from rules.finding_event e join rules.finding f on f.id = e.finding_id
                        where e.sweep_id = :sweep group by f.rule_id order by f.rule_id
                        """)
                .param("sweep", sweep)
                .query((row, n) -> changes.put(
                        row.getString("rule_id"), new Findings.Change(row.getLong("opened"), row.getLong("closed"))))
                .list();
        return changes;
    }

    Set<UUID> waitingSubjects(String kind) {
        return db.sql(
                        "select distinct subject_id from rules.finding where subject_kind = :kind and state in ('OPEN', 'CONFIRMED')")
                .param("kind", kind)
                .query(UUID.class)
                .set();
    }

    Set<UUID> waitingAmong(String kind, Collection<UUID> ids) {
        return db.sql("""
                        select distinct subject_id from rules.finding
                         where subject_kind = :kind and subject_id = any (:ids) and state in ('OPEN', 'CONFIRMED')
                        """)
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** Which of these subjects have any finding at all. */
    List<UUID> withFindings(String kind, List<UUID> ids) {
        return db.sql(
                        "select distinct subject_id from rules.finding where subject_kind = :kind and subject_id = any (:ids)")
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
