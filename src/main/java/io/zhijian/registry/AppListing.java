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

/** Lists of apps: filtered, counted along their facets, paged, or all of them for an export. */
@Repository
class AppListing {

    private static final int BATCH = 500;
    private static final List<String> COLUMN_FACETS = List.of("stage", "form", "level", "provenance");

    private final JdbcClient db;
    private final Findings findings;

    AppListing(JdbcClient db, Findings findings) {
        this.db = db;
        this.findings = findings;
    }

    Paging<App> page(AppQuery query, int number) {
        Filter filter = filter(query, "");
        long total = db.sql("select count(*) from registry.app where " + filter.sql)
                .params(filter.params)
                .query(Long.class)
                .single();
        List<App> rows = db.sql("select " + AppRows.COLUMNS + " from registry.app where " + filter.sql + " order by "
                        + query.order().sql() + " limit :size offset :offset")
                .params(filter.params)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(number))
                .query(AppRows::app)
                .list();
        return new Paging<>(rows, Math.clamp(number, 1, 100_000), Paging.SIZE, total);
    }

    List<FacetCount> facets(AppQuery query) {
        List<FacetCount> counts = new ArrayList<>();
        for (String facet : COLUMN_FACETS) {
            Filter filter = filter(query, facet);
            counts.addAll(db.sql("select coalesce(" + facet + ", '') as value, count(*) as n from registry.app where "
                            + filter.sql + " group by 1")
                    .params(filter.params)
                    .query((row, n) -> new FacetCount(facet, row.getString("value"), row.getLong("n")))
                    .list());
        }
        counts.add(count(query, "findings", "id = any(:found)"));
        counts.add(count(query, "toComplete", "to_complete > 0"));
        return counts;
    }

    private FacetCount count(AppQuery query, String facet, String condition) {
        Filter filter = filter(query, facet);
        long count = db.sql("select count(*) from registry.app where " + condition + " and " + filter.sql)
                .params(filter.params)
                .param("found", found())
                .query(Long.class)
                .single();
        return new FacetCount(facet, "true", count);
    }

    long countToComplete() {
        return db.sql("""
                select count(*) from registry.app
                 where to_complete > 0
                   and (unit_path like any ((select access.reach('edit', 'unit'))::text[])
                        or region like any ((select access.reach('edit', 'region'))::text[])
                        or line = any ((select access.reach('edit', 'line'))::text[]))
                """).query(Long.class).single();
    }

    /** In the order of ids, a batch at a time, so that neither side holds the whole register. */
    void forEach(AppQuery query, Consumer<App> each) {
        Filter filter = filter(query, "");
        UUID after = new UUID(0, 0);
        List<App> batch;
        do {
            batch = db.sql("select " + AppRows.COLUMNS + " from registry.app where " + filter.sql
                            + " and id > :after order by id limit :size")
                    .params(filter.params)
                    .param("after", after)
                    .param("size", BATCH)
                    .query(AppRows::app)
                    .list();
            batch.forEach(each);
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    private record Filter(String sql, Map<String, Object> params) {}

    /** @param without the facet whose own choice does not count */
    private Filter filter(AppQuery query, String without) {
        StringBuilder sql = new StringBuilder("true");
        Map<String, Object> params = new HashMap<>();
        int number = 0;
        for (String pattern : query.patterns()) {
            sql.append(" and search like :term").append(number);
            params.put("term" + number++, pattern);
        }
        choose(sql, params, "stage", query.stage(), without);
        choose(sql, params, "form", query.form(), without);
        choose(sql, params, "level", query.level(), without);
        choose(sql, params, "provenance", query.provenance(), without);
        if (query.withFindings() && !without.equals("findings")) {
            sql.append(" and id = any(:ids)");
            params.put("ids", found());
        }
        if (query.toComplete() && !without.equals("toComplete")) {
            sql.append(" and to_complete > 0");
        }
        return new Filter(sql.toString(), params);
    }

    private static void choose(
            StringBuilder sql, Map<String, Object> params, String facet, @Nullable Enum<?> value, String without) {
        if (value != null && !facet.equals(without)) {
            sql.append(" and ").append(facet).append(" = :").append(facet);
            params.put(facet, value.name());
        }
    }

    private UUID[] found() {
        return findings.waitingSubjects(App.KIND).toArray(UUID[]::new);
    }
}
