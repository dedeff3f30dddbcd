package io.zhijian.registry.quota;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Paging;
import io.zhijian.registry.account.AccountPlatform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table registry.quota, and how many accounts are in use beside them. */
@Repository
class QuotaRows {

    private static final String IN_USE = "stage in ('ONLINE', 'SUSPENDED', 'CLOSING')";

    private static final String HELD = """
            (select host_unit as unit, region, unit_path, count(*) filter (where %s) as used
               from registry.subject where kind = 'account' and provenance = 'OWN' group by 1, 2, 3
             union all
             select distinct unit, region, unit_path, 0 from registry.quota) as held
            """.formatted(IN_USE);

    private final JdbcClient db;
    private final Clock clock;

    QuotaRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A unit and how many accounts it has in use. */
    record Used(UUID unit, long used) {}

    List<Used> used(int page) {
        return db.sql("select unit, sum(used) as used from " + HELD + """
                         group by unit order by min(region), min(unit_path) limit :size offset :offset""")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query((row, n) -> new Used(row.getObject("unit", UUID.class), row.getLong("used")))
                .list();
    }

    long countUnits() {
        return db.sql("select count(distinct unit) from " + HELD)
                .query(Long.class)
                .single();
    }

    Map<AccountPlatform, Long> byPlatform(UUID unit) {
        Map<AccountPlatform, Long> counts = new EnumMap<>(AccountPlatform.class);
        db.sql("select form, count(*) as n from registry.subject where kind = 'account' and form is not null"
                        + " and host_unit = :unit and " + IN_USE + " group by form")
                .param("unit", unit)
                .query(row -> {
                    counts.put(AccountPlatform.valueOf(row.getString("form")), row.getLong("n"));
                });
        return counts;
    }

    List<Quota> of(UUID unit) {
        return db.sql("select * from registry.quota where unit = :unit order by from_day desc, platform limit 200")
                .param("unit", unit)
                .query(QuotaRows::quota)
                .list();
    }

    /** The last one of each unit and platform that has begun. */
    List<Quota> now(Collection<UUID> units, LocalDate today) {
        return db.sql("""
                select distinct on (unit, platform) * from registry.quota
                 where unit = any (:units) and from_day <= :today order by unit, platform, from_day desc""")
                .param("units", units.toArray(UUID[]::new))
                .param("today", today)
                .query(QuotaRows::quota)
                .list();
    }

    void put(UUID id, Jurisdiction where, QuotaOrder order) {
        Actor actor = Actor.current();
        db.sql("""
                insert into registry.quota (id, unit, unit_path, region, line, platform, from_day, most, basis, reason,
                                            set_at, set_by, set_by_name)
                values (:id, :unit, :path, :region, :line, :platform, :from, :most, :basis, :reason, :at, :by, :name)
                on conflict (unit, platform, from_day) do update
                   set most = excluded.most, basis = excluded.basis, reason = excluded.reason, set_at = excluded.set_at,
                       set_by = excluded.set_by, set_by_name = excluded.set_by_name, version = quota.version + 1""")
                .param("id", id)
                .param("unit", where.unit())
                .param("path", where.path())
                .param("region", where.region())
                .param("line", where.line(), Types.VARCHAR)
                .param(
                        "platform",
                        order.platform() == null ? "" : order.platform().name())
                .param("from", order.from())
                .param("most", order.most(), Types.INTEGER)
                .param("basis", order.basis())
                .param("reason", order.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    private static Quota quota(ResultSet row, int number) throws SQLException {
        String platform = row.getString("platform");
        return new Quota(
                row.getObject("unit", UUID.class),
                platform.isEmpty() ? null : AccountPlatform.valueOf(platform),
                row.getObject("from_day", LocalDate.class),
                most(row),
                row.getString("basis"),
                row.getString("reason"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("set_by_name"));
    }

    private static @Nullable Integer most(ResultSet row) throws SQLException {
        return row.getObject("most", Integer.class);
    }
}
