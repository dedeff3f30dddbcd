package io.zhijian.registry.draft;

import io.zhijian.base.Actor;
import io.zhijian.registry.entry.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of table registry.app_draft; the row policy shows everybody their own. */
@Repository
class DraftRows {

    private static final TypeReference<LinkedHashMap<String, String>> MAP = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    DraftRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Draft> find(UUID app) {
        return db.sql("""
                select app, base_version, typed, updated_at from registry.app_draft where app = :app and staff = :staff
                """)
                .param("app", app)
                .param("staff", Actor.current().id())
                .query(DraftRows::draft)
                .optional();
    }

    List<Draft> mine(int limit) {
        return db.sql("""
                select app, base_version, typed, updated_at from registry.app_draft
                 where staff = :staff order by updated_at desc limit :limit
                """)
                .param("staff", Actor.current().id())
                .param("limit", limit)
                .query(DraftRows::draft)
                .list();
    }

    void save(UUID app, int baseVersion, Typed typed, Instant at) {
        db.sql("""
                insert into registry.app_draft (app, staff, base_version, typed, updated_at)
                values (:app, :staff, :base, cast(:typed as jsonb), :at)
                on conflict (app, staff) do update
                   set base_version = excluded.base_version, typed = excluded.typed, updated_at = excluded.updated_at
                """)
                .param("app", app)
                .param("staff", Actor.current().id())
                .param("base", baseVersion)
                .param("typed", JSON.writeValueAsString(typed.values()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID app) {
        db.sql("delete from registry.app_draft where app = :app and staff = :staff")
                .param("app", app)
                .param("staff", Actor.current().id())
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        Map<String, String> typed = JSON.readValue(row.getString("typed"), MAP);
        return new Draft(
                row.getObject("app", UUID.class),
                row.getInt("base_version"),
                new Typed(typed),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
