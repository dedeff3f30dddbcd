package io.zhijian.registry;

import io.zhijian.registry.entry.Standing.Neighbours;
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
            select s.id, s.opening_checked, s.exported,
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
                   (select q.most::bigint from registry.quota q where q.unit = s.host_unit and q.platform = s.form) as quota,
                   registry.closed_like(s.id) is not null as resembles
              from registry.subject s
             where s.id = any(:ids) and s.provenance = 'OWN'
            """;

    private final JdbcClient db;

    NeighbourRows(JdbcClient db) {
        this.db = db;
    }

    Map<UUID, Neighbours> of(Collection<UUID> ids) {
        return db
                .sql(AROUND)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Neighbours(
                                row.getLong("same_form"),
                                row.getLong("in_use"),
                                row.getObject("quota", Long.class),
                                row.getBoolean("resembles"),
                                row.getBoolean("exported"),
                                row.getLong("grassroots"),
                                row.getLong("same_purpose"),
                                row.getObject("opening_checked", Boolean.class),
                                row.getObject("notice", Boolean.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
