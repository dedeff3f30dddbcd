package io.zhijian.registry.nearest;

import io.zhijian.registry.NameCore;
import io.zhijian.semantics.likeness.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What likeness needs of the apps in table registry.subject. */
@Repository
class NearestRows {

    private static final int BATCH = 2_000;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.shared();

    NearestRows(JdbcClient db) {
        this.db = db;
    }

    /** What is stamped lower and was committed can be seen by every query after this. */
    @Transactional(readOnly = true)
    long horizon() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** All apps written from a transaction on, in batches. */
    @Transactional(readOnly = true)
    void changed(long stamp, Consumer<List<Profile>> each) {
        UUID after = new UUID(0, 0);
        List<Profile> batch;
        do {
            batch = batch(stamp, after);
            each.accept(batch);
            after = batch.isEmpty() ? after : UUID.fromString(batch.getLast().id());
        } while (batch.size() == BATCH);
    }

    private List<Profile> batch(long stamp, UUID after) {
        return db.sql("""
                        select id, name, host_name, coalesce(doc ->> 'summary', '') as summary,
                               jsonb_path_query_array(doc, '$.functions[*].name') as functions
                          from registry.subject
                         where kind = 'app' and stamp >= :stamp and id > :after order by id limit :size
                        """)
                .param("stamp", stamp)
                .param("after", after)
                .param("size", BATCH)
                .query(this::profile)
                .list();
    }

    private Profile profile(ResultSet row, int number) throws SQLException {
        String functions = row.getString("functions");
        return new Profile(
                row.getString("id"),
                NameCore.withoutPlace(row.getString("name"), row.getString("host_name")),
                functions.equals("[]") ? List.of() : List.of(json.readValue(functions, String[].class)),
                row.getString("summary"));
    }
}
