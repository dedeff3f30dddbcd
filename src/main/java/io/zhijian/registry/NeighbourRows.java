package io.zhijian.registry;

import io.zhijian.registry.entry.Standing.Neighbours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks around subjects of one kind, a batch at a time: what else their hosts have, what was closed before under a like name. */
@Repository
class NeighbourRows {

    /** What stands in a subject's own row besides its entry. */
    private static final String OWN = """
            select s.id, s.host_unit, s.form, s.stage, s.opening_checked,
                   (select x.state = 'FOUND' from registry.data_export x
                     where x.subject = s.id and x.state in ('FOUND', 'STOPPED')
                     order by x.at desc, x.id desc limit 1) as exported,
                   case when s.stage in ('CLOSING', 'MERGED', 'CLOSED') then s.notice_on is not null end as notice,
                   s.kind = 'app' and s.doc ->> 'grassroots' = 'YES' as grassroots,
                   case when s.kind = 'group' then s.doc ->> 'purpose' end as purpose,
                   s.region, s.core, s.entered_at
              from registry.subject s
             where s.id = any(:ids) and s.provenance = 'OWN'
            """;

    /** One asks the database, which looks beyond the caller's reach; many look together within it: a sweep reaches all. */
    private static final String LIKE_CLOSED = "select registry.closed_like(:id) is not null";

    private static final String ENDED = """
            select id, region, core, stage_at from registry.subject
             where kind = :kind and region = any(:regions) and stage in ('CLOSED', 'MERGED', 'DISSOLVED')
            """;

    private static final String HOSTS = """
            select host_unit, form, count(*) as in_use,
                   count(*) filter (where kind = 'app' and stage <> 'ENDING' and doc ->> 'grassroots' = 'YES') as grassroots
              from registry.subject
             where host_unit = any(:hosts) and kind = :kind and stage in ('ONLINE', 'SUSPENDED', 'CLOSING', 'ENDING')
             group by host_unit, form
            """;

    private static final String PURPOSES = """
            select host_unit, doc ->> 'purpose' as purpose, count(*) as n
              from registry.subject
             where host_unit = any(:hosts) and kind = 'group' and stage in ('ONLINE', 'ENDING') and doc ->> 'purpose' <> ''
             group by 1, 2
            """;

    /** What holds on a day; where a limit was lifted, one that nobody reaches. */
    private static final String QUOTAS = """
            select distinct on (unit, platform) unit, platform, coalesce(most, 1000000) as most
              from registry.quota where unit = any(:hosts) and from_day <= :today
             order by unit, platform, from_day desc
            """;

    /** For which platform a quota of all accounts together is set. */
    private static final String ALL = "";

    private final JdbcClient db;

    NeighbourRows(JdbcClient db) {
        this.db = db;
    }

    private record OnForm(UUID host, @Nullable String form) {}

    private record ForPurpose(UUID host, String purpose) {}

    /** What the hosts have in use. */
    private record Around(
            Map<OnForm, Long> onForm,
            Map<UUID, Long> inUse,
            Map<UUID, Long> grassroots,
            Map<ForPurpose, Long> purposes,
            Map<OnForm, Long> quotas,
            EndedNames ended) {}

    /** All of one kind. */
    Map<UUID, Neighbours> of(SubjectKind kind, Collection<Subject> subjects, LocalDate today) {
        UUID[] hosts = subjects.stream()
                .map(subject -> subject.jurisdiction().unit())
                .distinct()
                .toArray(UUID[]::new);
        Around around = around(kind, hosts, today);
        Boolean like = subjects.size() == 1
                ? db.sql(LIKE_CLOSED)
                        .param("id", subjects.iterator().next().id())
                        .query(Boolean.class)
                        .single()
                : null;
        if (like == null) {
            learnEnded(kind, subjects, around.ended());
        }
        return db
                .sql(OWN)
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), neighbours(row, around, like)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void learnEnded(SubjectKind kind, Collection<Subject> subjects, EndedNames ended) {
        db.sql(ENDED)
                .param("kind", kind.code())
                .param(
                        "regions",
                        subjects.stream()
                                .map(subject -> subject.jurisdiction().region())
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    ended.add(new EndedNames.Ended(
                            row.getObject("id", UUID.class),
                            row.getString("region"),
                            row.getString("core"),
                            row.getObject("stage_at", OffsetDateTime.class).toInstant()));
                });
    }

    private static boolean resembles(ResultSet row, EndedNames ended) throws SQLException {
        return ended.like(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("core"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private Around around(SubjectKind kind, UUID[] hosts, LocalDate today) {
        Around around = new Around(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new EndedNames());
        db.sql(HOSTS).param("hosts", hosts).param("kind", kind.code()).query(row -> {
            UUID host = row.getObject("host_unit", UUID.class);
            around.onForm().put(new OnForm(host, row.getString("form")), row.getLong("in_use"));
            around.inUse().merge(host, row.getLong("in_use"), Long::sum);
            around.grassroots().merge(host, row.getLong("grassroots"), Long::sum);
        });
        if (kind == SubjectKind.GROUP) {
            db.sql(PURPOSES).param("hosts", hosts).query(row -> {
                around.purposes()
                        .put(
                                new ForPurpose(row.getObject("host_unit", UUID.class), row.getString("purpose")),
                                row.getLong("n"));
            });
        }
        if (kind == SubjectKind.ACCOUNT) {
            db.sql(QUOTAS).param("hosts", hosts).param("today", today).query(row -> {
                around.quotas()
                        .put(
                                new OnForm(row.getObject("unit", UUID.class), row.getString("platform")),
                                row.getLong("most"));
            });
        }
        return around;
    }

    private static Neighbours neighbours(ResultSet row, Around around, @Nullable Boolean like) throws SQLException {
        UUID host = row.getObject("host_unit", UUID.class);
        OnForm own = new OnForm(host, row.getString("form"));
        String stage = row.getString("stage");
        boolean used = List.of("ONLINE", "SUSPENDED", "CLOSING", "ENDING").contains(stage);
        boolean counted = used && !stage.equals("ENDING") && row.getBoolean("grassroots");
        long onForm = own.form() == null ? 0 : around.onForm().getOrDefault(own, 0L) - (used ? 1 : 0);
        return new Neighbours(
                onForm,
                around.inUse().getOrDefault(host, 0L),
                around.quotas().get(new OnForm(host, ALL)),
                around.quotas().get(own),
                like == null ? resembles(row, around.ended()) : like,
                row.getObject("exported", Boolean.class),
                around.grassroots().getOrDefault(host, 0L) - (counted ? 1 : 0),
                samePurpose(row, host, stage, around),
                row.getObject("opening_checked", Boolean.class),
                row.getObject("notice", Boolean.class));
    }

    private static long samePurpose(ResultSet row, UUID host, String stage, Around around) throws SQLException {
        String purpose = row.getString("purpose");
        if (purpose == null || purpose.isEmpty()) {
            return 0;
        }
        boolean one = List.of("ONLINE", "ENDING").contains(stage);
        long all = around.purposes().getOrDefault(new ForPurpose(host, purpose), 0L);
        return all - (one ? 1 : 0);
    }
}
