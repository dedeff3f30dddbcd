package io.zhijian.registry.exchange;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.RowDerived;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.exchange.stage.Import;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Puts subjects that an import revised back to what they said before, as a version of its own. */
@Repository
class FormerEntries {

    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String BEFORE = """
            select s.id, s.version, s.level, s.host_unit, s.host_name, s.unit_path, s.region, s.line, v.doc, r.number
              from registry.import_row r
              join registry.subject s on s.id = r.subject
              join registry.subject_version v on v.subject = s.id and v.number = r.base_version
             where r.import = :id and r.state = 'REVISED' and r.number > :after
             order by r.number limit :size
            """;

    private static final String RESTORE = """
            with former as (
              select * from jsonb_to_recordset(cast(:rows as jsonb)) as f(id uuid, version int, name text, form text,
                users text[], missing int, search text, core text, ends date, doc jsonb)
            ), restored as (
              update registry.subject s
                 set name = f.name, form = f.form, user_paths = f.users, version = f.version, updated_at = :at,
                     to_complete = f.missing, search = f.search, core = f.core, ends_on = f.ends, doc = f.doc
                from former f where s.id = f.id
              returning s.id
            )
            insert into registry.subject_version
              (subject, number, unit_path, region, line, doc, at, actor, actor_name, reason)
            select s.id, f.version, s.unit_path, s.region, s.line, f.doc, :at, :actor, :name, :reason
              from former f join registry.subject s on s.id = f.id
            """;

    private final JdbcClient db;
    private final Units units;

    FormerEntries(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    private record Former(int number, Map<String, Object> row) {}

    void restore(Import done, Instant at, String reason) {
        int after = 0;
        List<Former> batch;
        do {
            batch = db.sql(BEFORE)
                    .param("id", done.id())
                    .param("after", after)
                    .param("size", BATCH)
                    .query((row, n) -> former(done.kind(), row, at))
                    .list();
            if (!batch.isEmpty()) {
                after = batch.getLast().number();
                Actor actor = Actor.current();
                db.sql(RESTORE)
                        .param(
                                "rows",
                                JSON.writeValueAsString(
                                        batch.stream().map(Former::row).toList()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("actor", actor.id())
                        .param("name", actor.name())
                        .param("reason", reason)
                        .update();
            }
        } while (batch.size() == BATCH);
    }

    private Former former(SubjectKind kind, ResultSet row, Instant at) throws SQLException {
        Entry entry = kind.shape().stored(row.getString("doc"));
        int version = row.getInt("version") + 1;
        UUID id = row.getObject("id", UUID.class);
        Subject subject = new Subject(
                id,
                kind,
                Provenance.OWN,
                entry.name(),
                entry.form(),
                UnitLevel.valueOf(row.getString("level")),
                new Jurisdiction(
                        row.getObject("host_unit", UUID.class),
                        row.getString("unit_path"),
                        row.getString("region"),
                        row.getString("line")),
                row.getString("host_name"),
                "",
                "",
                kind.first(),
                version,
                at,
                entry);
        RowDerived derived = RowDerived.of(subject);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("version", version);
        values.put("name", entry.name());
        if (entry.form() != null) {
            values.put("form", entry.form().name());
        }
        values.put(
                "users", units.findAll(entry.users()).stream().map(Unit::path).toList());
        values.put("missing", derived.toComplete());
        values.put("search", derived.search());
        values.put("core", derived.core());
        if (derived.endsOn() != null) {
            values.put("ends", derived.endsOn());
        }
        values.put("doc", JSON.readTree(kind.shape().document(entry)));
        return new Former(row.getInt("number"), values);
    }
}
