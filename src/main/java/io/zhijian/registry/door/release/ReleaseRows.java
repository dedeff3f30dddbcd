package io.zhijian.registry.door.release;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.PublicText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of tables registry.public_release and registry.public_entry, as host and office see them. */
@Repository
class ReleaseRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            select r.subject, r.audience, r.proposed, r.proposed_by, r.proposed_by_name, r.proposed_at,
                   e.doc, e.released_on, e.token, r.notice, r.note, r.note_by, r.version
              from registry.public_release r left join registry.public_entry e on e.subject = r.subject
            """;

    private final JdbcClient db;

    ReleaseRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Release> find(UUID subject) {
        return db.sql(SELECT + " where r.subject = :subject")
                .param("subject", subject)
                .query(ReleaseRows::release)
                .optional();
    }

    /** What waits for an office within the actor's reach, longest first. */
    List<Release> waiting(int most) {
        return db.sql(SELECT + " where r.proposed is not null order by r.proposed_at, r.subject limit :most")
                .param("most", most)
                .query(ReleaseRows::release)
                .list();
    }

    /** Holds the row until commit, writing it first where there is none. */
    void lock(UUID subject, Jurisdiction where) {
        db.sql("""
                insert into registry.public_release (subject, unit_path, region, line, audience)
                values (:subject, :path, :region, :line, 'PUBLIC') on conflict (subject) do nothing
                """)
                .param("subject", subject)
                .param("path", where.path())
                .param("region", where.region())
                .param("line", where.line(), Types.VARCHAR)
                .update();
    }

    Optional<Release> locked(UUID subject) {
        // the row is locked by itself: an outer join cannot be
        db.sql("select version from registry.public_release where subject = :subject for update")
                .param("subject", subject)
                .query(Integer.class)
                .optional();
        return find(subject);
    }

    void mark(UUID subject, Audience audience) {
        db.sql(
                        "update registry.public_release set audience = :audience, version = version + 1 where subject = :subject")
                .param("subject", subject)
                .param("audience", audience.name())
                .update();
    }

    void propose(UUID subject, PublicText text, Instant at, String note) {
        Actor actor = Actor.current();
        db.sql("""
                update registry.public_release
                   set proposed = cast(:text as jsonb), proposed_by = :by, proposed_by_name = :name, proposed_at = :at,
                       note = :note, note_by = :name, version = version + 1
                 where subject = :subject
                """)
                .param("subject", subject)
                .param("text", JSON.writeValueAsString(text))
                .param("by", actor.id())
                .param("name", actor.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }

    /** Nothing waits any more. */
    void settle(UUID subject, String note) {
        db.sql("""
                update registry.public_release
                   set proposed = null, proposed_by = null, proposed_by_name = '', proposed_at = null,
                       note = :note, note_by = :name, version = version + 1
                 where subject = :subject
                """)
                .param("subject", subject)
                .param("note", note)
                .param("name", Actor.current().name())
                .update();
    }

    void notice(UUID subject, @Nullable ClosingNotice notice, Instant at) {
        String written = notice == null ? null : JSON.writeValueAsString(notice);
        db.sql("""
                update registry.public_release set notice = cast(:notice as jsonb), version = version + 1
                 where subject = :subject
                """)
                .param("subject", subject)
                .param("notice", written, Types.VARCHAR)
                .update();
        db.sql("""
                update registry.public_entry set notice = cast(:notice as jsonb), changed_at = :at
                 where subject = :subject and doc is not null
                """)
                .param("subject", subject)
                .param("notice", written, Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param token taken only where the subject has none yet */
    void publish(
            Release release,
            Jurisdiction where,
            PublicText text,
            String stage,
            String token,
            LocalDate day,
            Instant at) {
        db.sql("""
                insert into registry.public_entry
                  (subject, token, unit_path, region, line, doc, stage, notice, released_on, changed_at)
                select subject, :token, :path, :region, :line, cast(:doc as jsonb), :stage, notice, :day, :at
                  from registry.public_release where subject = :subject
                on conflict (subject) do update
                   set doc = excluded.doc, stage = excluded.stage, notice = excluded.notice,
                       unit_path = excluded.unit_path, region = excluded.region, line = excluded.line,
                       released_on = coalesce(public_entry.released_on, excluded.released_on),
                       changed_at = excluded.changed_at
                """)
                .param("subject", release.subject())
                .param("token", token)
                .param("path", where.path())
                .param("region", where.region())
                .param("line", where.line(), Types.VARCHAR)
                .param("doc", JSON.writeValueAsString(text))
                .param("stage", stage)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(UUID subject, Instant at) {
        db.sql("""
                update registry.public_entry
                   set doc = null, stage = null, notice = null, released_on = null, changed_at = :at
                 where subject = :subject
                """)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        OffsetDateTime proposedAt = row.getObject("proposed_at", OffsetDateTime.class);
        return new Release(
                row.getObject("subject", UUID.class),
                Audience.valueOf(row.getString("audience")),
                read(row.getString("proposed"), PublicText.class),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                proposedAt == null ? null : proposedAt.toInstant(),
                read(row.getString("doc"), PublicText.class),
                row.getObject("released_on", LocalDate.class),
                row.getString("token"),
                read(row.getString("notice"), ClosingNotice.class),
                row.getString("note"),
                row.getString("note_by"),
                row.getInt("version"));
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : JSON.readValue(json, type);
    }
}
