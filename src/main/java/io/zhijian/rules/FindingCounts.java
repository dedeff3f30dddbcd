package io.zhijian.rules;

import io.zhijian.base.Scope;
import io.zhijian.rules.book.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Findings counted for pictures, within the reader's reach; each count is the length of the list with the same filter. */
@Service
public class FindingCounts {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;

    FindingCounts(JdbcClient db) {
        this.db = db;
    }

    /** How many stand alike now. */
    public record Standing(
            String kind, String regulation, int article, Finding.State state, Rule.Severity severity, long count) {}

    /** How many of one severity wait, opened on one day. */
    public record Waiting(LocalDate opened, Rule.Severity severity, long count) {}

    /** How many findings began to wait, and how many were settled, in the month or week that begins on a day. */
    public record Flow(LocalDate begins, long entered, long left) {}

    /** What flows are added up over. */
    public enum Period {
        MONTH,
        WEEK
    }

    @Transactional(readOnly = true)
    public List<Standing> standing(Scope.@Nullable Place within) {
        Map<String, Object> params = new HashMap<>();
        return db.sql(
                        "select subject_kind, regulation, article, state, severity, count(*) as n from rules.finding where true"
                                + where(within, params) + " group by 1, 2, 3, 4, 5")
                .params(params)
                .query((row, n) -> new Standing(
                        row.getString("subject_kind"),
                        row.getString("regulation"),
                        row.getInt("article"),
                        Finding.State.valueOf(row.getString("state")),
                        Rule.Severity.valueOf(row.getString("severity")),
                        row.getLong("n")))
                .list();
    }

    /** All that wait, by the day they were opened on, oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Scope.@Nullable Place within) {
        Map<String, Object> params = new HashMap<>();
        return db.sql("""
                        select (opened_at at time zone 'Asia/Shanghai')::date as opened, severity, count(*) as n
                          from rules.finding where state in ('OPEN', 'CONFIRMED')""" + where(within, params) + " group by 1, 2 order by 1, 2")
                .params(params)
                .query((row, n) -> new Waiting(
                        row.getObject("opened", LocalDate.class),
                        Rule.Severity.valueOf(row.getString("severity")),
                        row.getLong("n")))
                .list();
    }

    /** From the period that begins on a day; one in which nothing moved is left out. */
    @Transactional(readOnly = true)
    public List<Flow> flows(Scope.@Nullable Place within, LocalDate from, Period period) {
        Map<String, Object> params = new HashMap<>();
        String sql = """
                select date_trunc('%s', at at time zone 'Asia/Shanghai')::date as begins,
                       count(distinct finding_id) filter (where %s) as entered,
                       count(distinct finding_id) filter (where %s) as settled
                  from rules.finding_event
                 where at >= :from and finding_id in (select id from rules.finding where true%s) group by 1 order by 1
                """.formatted(
                period.name().toLowerCase(Locale.ROOT), FindingSpan.ENTERED, FindingSpan.LEFT, where(within, params));
        return db.sql(sql)
                .params(params)
                .param("from", from.atStartOfDay(OFFICE).toOffsetDateTime())
                .query((row, n) -> new Flow(
                        row.getObject("begins", LocalDate.class), row.getLong("entered"), row.getLong("settled")))
                .list();
    }

    /** How many wait, by the child of a unit or the part of a region they are held in; empty for those held elsewhere. */
    @Transactional(readOnly = true)
    public Map<String, Long> waitingUnder(Scope.Place root) {
        String place = root.axis() == Scope.Axis.UNIT
                ? "access.child_unit(:root, unit_path)"
                : "access.child_region(:root, region)";
        Map<String, Long> counts = new HashMap<>();
        db.sql("select " + place
                        + " as place, count(*) as n from rules.finding where state in ('OPEN', 'CONFIRMED') group by 1")
                .param("root", root.head())
                .query(row -> {
                    counts.put(row.getString("place"), row.getLong("n"));
                });
        return counts;
    }

    private static String where(Scope.@Nullable Place within, Map<String, Object> params) {
        return within == null ? "" : FindingSearch.within(within, params);
    }
}
