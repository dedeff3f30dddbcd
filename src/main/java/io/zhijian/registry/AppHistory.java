package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of an app: each version of its entry and each move of its life; rows are added, never changed. */
@Repository
class AppHistory {

    private final JdbcClient db;

    AppHistory(JdbcClient db) {
        this.db = db;
    }

    void addVersion(App app, String reason) {
        bind("""
                        insert into registry.app_version
                          (app, number, unit_path, region, line, doc, at, actor, actor_name, reason)
                        values (:app, :number, :path, :region, :line, cast(:doc as jsonb), :at, :actor, :name, :reason)
                        """, app, app.updatedAt(), reason)
                .param("number", app.version())
                .param("doc", EntryForm.document(app.entry()))
                .update();
    }

    void addMove(App app, @Nullable Stage from, Stage to, Instant at, String reason) {
        bind("""
                        insert into registry.app_move
                          (id, app, unit_path, region, line, from_stage, to_stage, at, actor, actor_name, reason)
                        values (:id, :app, :path, :region, :line, :from, :to, :at, :actor, :name, :reason)
                        """, app, at, reason)
                .param("id", Ids.next())
                .param("from", from == null ? null : from.name(), Types.VARCHAR)
                .param("to", to.name())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, App app, Instant at, String reason) {
        Actor actor = Actor.current();
        return db.sql(sql)
                .param("app", app.id())
                .param("path", app.jurisdiction().path())
                .param("region", app.jurisdiction().region())
                .param("line", app.jurisdiction().line(), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("reason", reason);
    }

    /** Newest first. */
    List<AppVersion> versions(UUID app) {
        return db.sql("""
                select number, doc, at, actor_name, reason from registry.app_version
                 where app = :app order by number desc
                """)
                .param("app", app)
                .query((row, n) -> new AppVersion(
                        row.getInt("number"),
                        entry(row.getString("doc")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getString("reason")))
                .list();
    }

    /** Newest first. */
    List<AppMove> moves(UUID app) {
        return db.sql("""
                select from_stage, to_stage, at, actor_name, reason from registry.app_move
                 where app = :app order by at desc, id desc
                """)
                .param("app", app)
                .query((row, n) -> new AppMove(
                        AppRows.named(Stage.class, row.getString("from_stage")),
                        Stage.valueOf(row.getString("to_stage")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getString("reason")))
                .list();
    }

    private static Entry entry(String doc) {
        return EntryForm.entry(doc);
    }
}
