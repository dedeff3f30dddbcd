package io.zhijian.registry;

import io.zhijian.registry.entry.Standing.Neighbours;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks around subjects, a batch at a time: what else their hosts have, what was closed before under a like name. */
@Repository
class NeighbourRows {

    private static final String AROUND = """
            select s.id, s.opening_checked,
                   (select x.state = 'FOUND' from registry.data_export x
                     where x.subject = s.id and x.state in ('FOUND', 'STOPPED')
                     order by x.at desc, x.id desc limit 1) as exported,
                   case when s.stage in ('CLOSING', 'MERGED', 'CLOSED') then s.notice_on is not null end as notice,
                   (select count(*) from registry.subject o
                     where o.host_unit = s.host_unit and o.kind = s.kind and o.form = s.form and o.id <> s.id
                       and o.stage in ('ONLINE', 'SUSPENDED', 'CLOSING', 'ENDING')) as same_form,
                   (select count(*) from registry.subject o
                     where o.host_unit = s.host_unit and o.kind = s.kind
                       and o.stage in ('ONLINE', 'SUSPENDED', 'CLOSING', 'ENDING')) as in_use,
                   (select count(*) from registry.subject o
                     where s.kind = 'app' and o.host_unit = s.host_unit and o.kind = 'app' and o.id <> s.id
                       and o.stage in ('ONLINE', 'SUSPENDED', 'CLOSING') and o.doc ->> 'grassroots' = 'YES') as grassroots,
                   (select count(*) from registry.subject o
                     where s.kind = 'group' and o.host_unit = s.host_unit and o.kind = 'group' and o.id <> s.id
                       and o.stage in ('ONLINE', 'ENDING') and o.doc ->> 'purpose' <> ''
                       and o.doc ->> 'purpose' = s.doc ->> 'purpose') as same_purpose,
                   %s as quota,
                   %s as platform_quota,
                   registry.closed_like(s.id) is not null as resembles
              from registry.subject s
             where s.id = any(:ids) and s.provenance = 'OWN'
            """.formatted(quota("''"), quota("s.form"));

    /** What holds today; where a limit was lifted, one that nobody reaches. */
    private static String quota(String platform) {
        return """
                (select coalesce(q.most, 1000000)::bigint from registry.quota q
                  where s.kind = 'account' and q.unit = s.host_unit and q.platform = %s and q.from_day <= :today
                  order by q.from_day desc limit 1)""".formatted(platform);
    }

    private final JdbcClient db;

    NeighbourRows(JdbcClient db) {
        this.db = db;
    }

    Map<UUID, Neighbours> of(Collection<UUID> ids, LocalDate today) {
        return db
                .sql(AROUND)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", today)
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Neighbours(
                                row.getLong("same_form"),
                                row.getLong("in_use"),
                                row.getObject("quota", Long.class),
                                row.getObject("platform_quota", Long.class),
                                row.getBoolean("resembles"),
                                row.getObject("exported", Boolean.class),
                                row.getLong("grassroots"),
                                row.getLong("same_purpose"),
                                row.getObject("opening_checked", Boolean.class),
                                row.getObject("notice", Boolean.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
