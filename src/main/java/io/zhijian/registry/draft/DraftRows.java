package io.zhijian.registry.draft;

import io.zhijian.base.Actor;
import io.zhijian.registry.SubjectKind;
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

/** The rows of table registry.subject_draft; the row policy shows everybody their own. */
@Repository
class DraftRows {

    private static final TypeReference<LinkedHashMap<String, String>> MAP = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    DraftRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Draft> find(UUID subject) {
        return db.sql("""
                select subject, kind, base_version, typed, updated_at from registry.subject_draft where subject = :subject and staff = :staff
                """)
                .param("subject", subject)
                .param("staff", Actor.current().id())
                .query(DraftRows::draft)
                .optional();
    }

    List<Draft> mine(int limit) {
        return db.sql("""
                select subject, kind, base_version, typed, updated_at from registry.subject_draft
                 where staff = :staff order by updated_at desc limit :limit
                """)
                .param("staff", Actor.current().id())
                .param("limit", limit)
                .query(DraftRows::draft)
                .list();
    }

    void save(UUID subject, SubjectKind kind, int baseVersion, Typed typed, Instant at) {
        db.sql("""
                insert into registry.subject_draft (subject, staff, kind, base_version, typed, updated_at)
                values (:subject, :staff, :kind, :base, cast(:typed as jsonb), :at)
                on conflict (subject, staff) do update
                   set base_version = excluded.base_version, typed = excluded.typed, updated_at = excluded.updated_at
                """)
                .param("subject", subject)
                .param("staff", Actor.current().id())
                .param("kind", kind.code())
                .param("base", baseVersion)
                .param("typed", JSON.writeValueAsString(typed.values()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID subject) {
        db.sql("delete from registry.subject_draft where subject = :subject and staff = :staff")
                .param("subject", subject)
                .param("staff", Actor.current().id())
                .update();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        Map<String, String> typed = JSON.readValue(row.getString("typed"), MAP);
        return new Draft(
                row.getObject("subject", UUID.class),
                SubjectKind.named(row.getString("kind")).orElseThrow(),
                row.getInt("base_version"),
                new Typed(typed),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
