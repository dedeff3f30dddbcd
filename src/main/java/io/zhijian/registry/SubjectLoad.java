package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.registry.group.GroupEntry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies made-up subjects into the register, thousands at a time, with the owner's credential; they are marked by their
 * origin, judged by the next sweep, and no decision of anybody.
 */
public final class SubjectLoad {

    private static final String COPY = """
            copy registry.subject (id, kind, provenance, name, form, level, host_unit, host_name, unit_path, region, line,
              stage, place, reliability, version, updated_at, entered_at, stage_at, to_complete, search, core, ends_on, doc,
              origin) from stdin
            """;

    private static final String NULL = "\\N";

    private final DataSource owner;
    private final JdbcClient db;
    private final String reason;

    public SubjectLoad(DataSource owner, String reason) {
        this.owner = owner;
        this.db = JdbcClient.create(owner);
        this.reason = reason;
    }

    /** How many made-up ones there are. */
    public long count() {
        return db.sql("select count(*) from registry.subject where origin = 'made-up'")
                .query(Long.class)
                .single();
    }

    /** All of them with their first version and the beginning of their life, or none. */
    public void add(List<Subject> subjects) {
        StringBuilder rows = new StringBuilder(subjects.size() * 2_000);
        subjects.forEach(subject -> row(rows, subject));
        UUID[] ids = subjects.stream().map(Subject::id).toArray(UUID[]::new);
        new JdbcTemplate(owner).execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            history(connection, ids);
            connection.commit();
            return ids.length;
        });
    }

    private void history(Connection connection, UUID[] ids) throws java.sql.SQLException {
        Actor actor = Actor.service("演示装入");
        for (String sql : List.of("""
                insert into registry.subject_version
                  (subject, number, origin, unit_path, region, line, doc, at, actor, actor_name, reason)
                select id, version, origin, unit_path, region, line, doc, updated_at, ?, ?, ?
                  from registry.subject where id = any (?)
                """, """
                insert into registry.subject_move
                  (id, subject, origin, unit_path, region, line, to_stage, at, actor, actor_name, reason)
                select uuidv7(), id, origin, unit_path, region, line, stage, updated_at, ?, ?, ?
                  from registry.subject where id = any (?)
                """)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, actor.id());
                statement.setString(2, actor.name());
                statement.setString(3, reason);
                statement.setArray(4, connection.createArrayOf("uuid", ids));
                statement.executeUpdate();
            }
        }
    }

    /** Lets the planner know what is there now. */
    public void settle() {
        db.sql("vacuum analyze registry.subject").update();
        db.sql("analyze registry.subject_version, registry.subject_move").update();
    }

    private static void row(StringBuilder rows, Subject subject) {
        var where = subject.jurisdiction();
        String at = subject.updatedAt().toString();
        field(rows, subject.id());
        field(rows, subject.kind().code());
        field(rows, subject.provenance());
        field(rows, subject.name());
        field(rows, subject.form() == null ? null : subject.form().name());
        field(rows, subject.level());
        field(rows, where.unit());
        field(rows, subject.hostName());
        field(rows, where.path());
        field(rows, where.region());
        field(rows, where.line());
        field(rows, subject.stage());
        field(rows, subject.place());
        field(rows, subject.reliability());
        field(rows, subject.version());
        field(rows, at);
        field(rows, at);
        field(rows, at);
        field(rows, subject.facts().toComplete().size());
        field(rows, SubjectRows.search(subject));
        field(rows, NameCore.of(subject.name(), subject.hostName()));
        field(rows, subject.entry() instanceof GroupEntry group ? group.endsOn() : null);
        field(rows, subject.kind().shape().document(subject.entry()));
        rows.append("made-up\n");
    }

    /** In PostgreSQL's text format for copying. */
    private static void field(StringBuilder rows, @Nullable Object value) {
        if (value == null) {
            rows.append(NULL).append('\t');
            return;
        }
        String text = Objects.toString(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        rows.append('\t');
    }
}
