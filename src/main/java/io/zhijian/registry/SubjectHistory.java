package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import io.zhijian.registry.life.SubjectMove;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What became of a subject: each version of its entry and each move of its life; rows are added, never changed. */
@Repository
class SubjectHistory {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    SubjectHistory(JdbcClient db) {
        this.db = db;
    }

    void addVersion(Subject subject, String reason) {
        bind("""
                        insert into registry.subject_version
                          (subject, number, unit_path, region, line, doc, at, actor, actor_name, reason)
                        values (:subject, :number, :path, :region, :line, cast(:doc as jsonb), :at, :actor, :name, :reason)
                        """, subject, subject.updatedAt(), reason)
                .param("number", subject.version())
                .param("doc", subject.kind().shape().document(subject.entry()))
                .update();
    }

    /**
     * @param move null: set to its true stage
     * @param details further figures of the move, such as a date
     */
    void addMove(
            Subject subject,
            @Nullable Move move,
            @Nullable Stage from,
            Stage to,
            Instant at,
            String reason,
            Map<String, String> details) {
        bind("""
                        insert into registry.subject_move
                          (id, subject, unit_path, region, line, move, details, from_stage, to_stage, at, actor, actor_name, reason)
                        values (:id, :subject, :path, :region, :line, :move, cast(:details as jsonb), :from, :to, :at, :actor, :name, :reason)
                        """, subject, at, reason)
                .param("id", Ids.next())
                .param("move", move == null ? null : move.name(), Types.VARCHAR)
                .param("details", JSON.writeValueAsString(details))
                .param("from", from == null ? null : from.name(), Types.VARCHAR)
                .param("to", to.name())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, Subject subject, Instant at, String reason) {
        Actor actor = Actor.current();
        return db.sql(sql)
                .param("subject", subject.id())
                .param("path", subject.jurisdiction().path())
                .param("region", subject.jurisdiction().region())
                .param("line", subject.jurisdiction().line(), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("reason", reason);
    }

    /** Newest first. */
    List<SubjectVersion> versions(SubjectKind kind, UUID subject) {
        return db.sql("""
                select number, doc, at, actor_name, reason from registry.subject_version
                 where subject = :subject order by number desc
                """)
                .param("subject", subject)
                .query((row, n) -> new SubjectVersion(
                        row.getInt("number"),
                        kind.shape().entry(row.getString("doc")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getString("reason")))
                .list();
    }

    /** Newest first. */
    List<SubjectMove> moves(UUID subject) {
        return db.sql("""
                select move, from_stage, to_stage, at, actor_name, reason from registry.subject_move
                 where subject = :subject order by at desc, id desc
                """)
                .param("subject", subject)
                .query((row, n) -> new SubjectMove(
                        row.getString("move"),
                        SubjectRows.named(Stage.class, row.getString("from_stage")),
                        Stage.valueOf(row.getString("to_stage")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name"),
                        row.getString("reason")))
                .list();
    }
}
