package io.zhijian.registry;

import io.zhijian.base.Scope;
import io.zhijian.registry.life.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hosts' own entries counted for pictures, within the reader's reach; each count is the length of the list with the same
 * filter. Published entries are nobody's here and are not counted.
 */
@Service
public class SubjectCounts {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final String ENDED = "('CLOSED', 'MERGED', 'DISSOLVED')";

    private final JdbcClient db;

    SubjectCounts(JdbcClient db) {
        this.db = db;
    }

    /** How many stand alike now. */
    public record Standing(SubjectKind kind, Stage stage, boolean toComplete, long count) {}

    /** How many of one kind are held in one place. */
    public record Held(String place, SubjectKind kind, boolean toComplete, long count) {}

    /** How many of one kind were entered in a month, and how many ended in it for good. */
    public record Flow(LocalDate month, SubjectKind kind, long entered, long ended) {}

    @Transactional(readOnly = true)
    public List<Standing> standing(Scope.@Nullable Place within) {
        Map<String, Object> params = new HashMap<>();
        return db.sql("select kind, stage, to_complete > 0 as incomplete, count(*) as n from " + own(within, params)
                        + " group by 1, 2, 3")
                .params(params)
                .query((row, n) -> new Standing(
                        kind(row),
                        Stage.valueOf(row.getString("stage")),
                        row.getBoolean("incomplete"),
                        row.getLong("n")))
                .list();
    }

    /** By the child of a unit or the part of a region they are held in; empty for those held elsewhere. */
    @Transactional(readOnly = true)
    public List<Held> under(Scope.Place root) {
        String place = root.axis() == Scope.Axis.UNIT
                ? "access.child_unit(:root, unit_path)"
                : "access.child_region(:root, region)";
        Map<String, Object> params = new HashMap<>();
        return db.sql("select " + place + " as place, kind, to_complete > 0 as incomplete, count(*) as n from "
                        + own(null, params) + " group by 1, 2, 3")
                .param("root", root.head())
                .query((row, n) ->
                        new Held(row.getString("place"), kind(row), row.getBoolean("incomplete"), row.getLong("n")))
                .list();
    }

    /** From the month of a day; one in which nothing moved is left out. */
    @Transactional(readOnly = true)
    public List<Flow> flows(Scope.@Nullable Place within, LocalDate from) {
        Map<String, Object> params = new HashMap<>();
        String own = own(within, params);
        String sql = """
                select month, kind, sum(entered) as entered, sum(ended) as ended from (
                  select date_trunc('month', entered_at at time zone 'Asia/Shanghai')::date as month, kind,
                         1 as entered, 0 as ended from %1$s and entered_at >= :from
                  union all
                  select date_trunc('month', stage_at at time zone 'Asia/Shanghai')::date, kind,
                         0, 1 from %1$s and stage_at >= :from and stage in %2$s) as moved
                 group by 1, 2 order by 1, 2
                """.formatted(own, ENDED);
        return db.sql(sql)
                .params(params)
                .param("from", from.withDayOfMonth(1).atStartOfDay(OFFICE).toOffsetDateTime())
                .query((row, n) -> new Flow(
                        row.getObject("month", LocalDate.class),
                        kind(row),
                        row.getLong("entered"),
                        row.getLong("ended")))
                .list();
    }

    private static SubjectKind kind(ResultSet row) throws SQLException {
        return SubjectKind.named(row.getString("kind")).orElseThrow();
    }

    private static String own(Scope.@Nullable Place within, Map<String, Object> params) {
        return "registry.subject where provenance = 'OWN'" + (within == null ? "" : condition(within, params));
    }

    /** Narrows to the rows held there; the row policies still apply. */
    static String condition(Scope.Place place, Map<String, Object> params) {
        params.put("within", place.pattern());
        return switch (place.axis()) {
            case UNIT -> " and unit_path like :within";
            case REGION -> " and region like :within";
            case LINE -> " and line = :within";
        };
    }
}
