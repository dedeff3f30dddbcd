package io.zhijian.registry;

import io.zhijian.base.Paging;
import io.zhijian.rules.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of subjects of one kind: filtered, counted along their facets, paged, or all of them for an export. */
@Repository
class SubjectListing {

    private static final int BATCH = 500;
    private static final List<String> COLUMN_FACETS = List.of("stage", "form", "level", "provenance");

    private final JdbcClient db;
    private final Findings findings;

    SubjectListing(JdbcClient db, Findings findings) {
        this.db = db;
        this.findings = findings;
    }

    Paging<Subject> page(SubjectQuery query, int number) {
        Filter filter = filter(query, "");
        long total = db.sql("select count(*) from registry.subject where " + filter.sql)
                .params(filter.params)
                .query(Long.class)
                .single();
        List<Subject> rows = db.sql("select " + SubjectRows.COLUMNS + " from registry.subject where " + filter.sql
                        + " order by " + query.order().sql() + " limit :size offset :offset")
                .params(filter.params)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(number))
                .query(SubjectRows::subject)
                .list();
        return new Paging<>(rows, Math.clamp(number, 1, 100_000), Paging.SIZE, total);
    }

    List<FacetCount> facets(SubjectQuery query) {
        List<FacetCount> counts = new ArrayList<>();
        for (String facet : COLUMN_FACETS) {
            Filter filter = filter(query, facet);
            counts.addAll(db.sql("select coalesce(" + facet
                            + ", '') as value, count(*) as n from registry.subject where " + filter.sql + " group by 1")
                    .params(filter.params)
                    .query((row, n) -> new FacetCount(facet, row.getString("value"), row.getLong("n")))
                    .list());
        }
        counts.add(count(query, "findings", "id = any(:found)"));
        counts.add(count(query, "toComplete", "to_complete > 0"));
        return counts;
    }

    private FacetCount count(SubjectQuery query, String facet, String condition) {
        Filter filter = filter(query, facet);
        long count = db.sql("select count(*) from registry.subject where " + condition + " and " + filter.sql)
                .params(filter.params)
                .param("found", found(query))
                .query(Long.class)
                .single();
        return new FacetCount(facet, "true", count);
    }

    long countToComplete(SubjectKind kind) {
        return db.sql("""
                select count(*) from registry.subject
                 where kind = :kind and to_complete > 0 and stage not in ('CLOSED', 'MERGED', 'DISSOLVED')
                   and (unit_path like any ((select access.reach('edit', 'unit'))::text[])
                        or region like any ((select access.reach('edit', 'region'))::text[])
                        or line = any ((select access.reach('edit', 'line'))::text[]))
                """).param("kind", kind.code()).query(Long.class).single();
    }

    /** In the order of ids, a batch at a time, so that neither side holds the whole register. */
    void forEach(SubjectQuery query, Consumer<Subject> each) {
        Filter filter = filter(query, "");
        UUID after = new UUID(0, 0);
        List<Subject> batch;
        do {
            batch = db.sql("select " + SubjectRows.COLUMNS + " from registry.subject where " + filter.sql
                            + " and id > :after order by id limit :size")
                    .params(filter.params)
                    .param("after", after)
                    .param("size", BATCH)
                    .query(SubjectRows::subject)
                    .list();
            batch.forEach(each);
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    private record Filter(String sql, Map<String, Object> params) {}

    /** @param without the facet whose own choice does not count */
    private Filter filter(SubjectQuery query, String without) {
        StringBuilder sql = new StringBuilder("kind = :kind");
        Map<String, Object> params = new HashMap<>();
        params.put("kind", query.kind().code());
        int number = 0;
        for (String pattern : query.patterns()) {
            sql.append(" and search like :term").append(number);
            params.put("term" + number++, pattern);
        }
        choose(sql, params, "stage", name(query.stage()), without);
        choose(sql, params, "form", query.form() == null ? null : query.form().name(), without);
        choose(sql, params, "level", name(query.level()), without);
        choose(sql, params, "provenance", name(query.provenance()), without);
        if (query.withFindings() && !without.equals("findings")) {
            sql.append(" and id = any(:ids)");
            params.put("ids", found(query));
        }
        if (query.toComplete() && !without.equals("toComplete")) {
            sql.append(" and to_complete > 0");
        }
        if (query.within() != null) {
            sql.append(SubjectCounts.condition(query.within(), params));
        }
        return new Filter(sql.toString(), params);
    }

    private static void choose(
            StringBuilder sql, Map<String, Object> params, String facet, @Nullable String value, String without) {
        if (value != null && !facet.equals(without)) {
            sql.append(" and ").append(facet).append(" = :").append(facet);
            params.put(facet, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private UUID[] found(SubjectQuery query) {
        return findings.waitingSubjects(query.kind().code()).toArray(UUID[]::new);
    }
}
