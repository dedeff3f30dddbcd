package io.zhijian.registry;

import io.zhijian.base.Jurisdiction;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.group.GroupEntry;
import io.zhijian.registry.life.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table registry.subject: how they are read, held and written. */
@Repository
class SubjectRows {

    static final String COLUMNS = """
            id, kind, provenance, name, form, level, host_unit, unit_path, region, line, host_name, place, reliability, stage,
            version, updated_at, doc
            """;

    private final JdbcClient db;

    SubjectRows(JdbcClient db) {
        this.db = db;
    }

    static Subject subject(ResultSet row, int number) throws SQLException {
        UUID host = row.getObject("host_unit", UUID.class);
        Jurisdiction where = host == null
                ? null
                : new Jurisdiction(host, row.getString("unit_path"), row.getString("region"), row.getString("line"));
        SubjectKind kind = kind(row);
        return new Subject(
                row.getObject("id", UUID.class),
                kind,
                Provenance.valueOf(row.getString("provenance")),
                row.getString("name"),
                form(kind, row.getString("form")),
                named(UnitLevel.class, row.getString("level")),
                where,
                row.getString("host_name"),
                row.getString("place"),
                row.getString("reliability"),
                named(Stage.class, row.getString("stage")),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                kind.shape().stored(row.getString("doc")));
    }

    static SubjectKind kind(ResultSet row) throws SQLException {
        return SubjectKind.named(row.getString("kind")).orElseThrow();
    }

    private static @Nullable Form form(SubjectKind kind, @Nullable String name) {
        return name == null ? null : kind.form(name).orElse(null);
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    Optional<Subject> find(UUID id) {
        return db.sql("select " + COLUMNS + " from registry.subject where id = :id")
                .param("id", id)
                .query(SubjectRows::subject)
                .optional();
    }

    /** Those of these that hosts have declared. */
    List<Subject> own(SubjectKind kind, Collection<UUID> ids) {
        return db.sql("select " + COLUMNS + """
                         from registry.subject where id = any (:ids) and kind = :kind and provenance = 'OWN'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", kind.code())
                .query(SubjectRows::subject)
                .list();
    }

    /** Those of these that may be read, in no order. */
    List<Subject> among(SubjectKind kind, Collection<UUID> ids) {
        return db.sql("select " + COLUMNS + " from registry.subject where id = any (:ids) and kind = :kind")
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", kind.code())
                .query(SubjectRows::subject)
                .list();
    }

    /** Holds the row until commit; none where the actor may not write it. */
    Optional<Subject> lock(UUID id) {
        return db.sql("select " + COLUMNS + " from registry.subject where id = :id for update")
                .param("id", id)
                .query(SubjectRows::subject)
                .optional();
    }

    void insert(Subject subject, List<String> userPaths) {
        bind("""
                        insert into registry.subject
                          (id, kind, provenance, name, form, level, host_unit, host_name, unit_path, region, line, user_paths,
                           stage, place, reliability, version, updated_at, to_complete,
                           search, core, ends_on, entered_at, stage_at, doc)
                        values
                          (:id, :kind, :provenance, :name, :form, :level, :host, :hostName, :path, :region, :line, :users,
                           :stage, :place, :reliability, :version, :at, :missing,
                           :search, :core, :endsOn, :at, :at, cast(:doc as jsonb))
                        """, subject, userPaths).update();
    }

    void update(Subject subject, List<String> userPaths) {
        bind("""
                        update registry.subject
                           set name = :name, form = :form, level = :level, host_unit = :host, host_name = :hostName,
                               unit_path = :path, region = :region, line = :line, user_paths = :users, stage = :stage,
                               place = :place, reliability = :reliability, version = :version, updated_at = :at,
                               to_complete = :missing, search = :search, core = :core, ends_on = :endsOn,
                               doc = cast(:doc as jsonb)
                         where id = :id and provenance = :provenance
                        """, subject, userPaths).update();
    }

    void setStage(UUID id, Stage stage, java.time.Instant at) {
        db.sql("update registry.subject set stage = :stage, updated_at = :at, stage_at = :at where id = :id")
                .param("id", id)
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setNotice(UUID id, LocalDate day) {
        set(id, "notice_on = :value", day);
    }

    void setMergedInto(UUID id, UUID into) {
        set(id, "merged_into = :value", into);
    }

    void setOpeningChecked(UUID id) {
        set(id, "opening_checked = :value", true);
    }

    /** Another last day, and with it another version of the entry. */
    void setEnd(UUID id, GroupEntry group) {
        set(id, "version = version + 1, ends_on = :value", Objects.requireNonNull(group.endsOn()));
        set(id, "doc = cast(:value as jsonb)", SubjectKind.GROUP.shape().document(group));
    }

    /** What a host has of a kind and has not ended. */
    List<Subject> ofHost(SubjectKind kind, UUID host, int limit) {
        return db.sql("select " + COLUMNS + """
                         from registry.subject
                        where kind = :kind and host_unit = :host and provenance = 'OWN'
                          and stage not in ('CLOSED', 'MERGED', 'DISSOLVED')
                        order by id limit :limit""")
                .param("kind", kind.code())
                .param("host", host)
                .param("limit", limit)
                .query(SubjectRows::subject)
                .list();
    }

    Optional<LocalDate> noticeOn(UUID id) {
        return db.sql("select notice_on from registry.subject where id = :id and notice_on is not null")
                .param("id", id)
                .query(LocalDate.class)
                .optional();
    }

    /** Groups in use whose last day is over. */
    List<Subject> pastEnd(LocalDate today, int limit) {
        return db.sql("select " + COLUMNS + """
                         from registry.subject
                        where kind = 'group' and stage = 'ONLINE' and ends_on < :today order by id limit :limit""")
                .param("today", today)
                .param("limit", limit)
                .query(SubjectRows::subject)
                .list();
    }

    private void set(UUID id, String what, Object value) {
        db.sql("update registry.subject set " + what + " where id = :id")
                .param("id", id)
                .param("value", value)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, Subject subject, List<String> userPaths) {
        Jurisdiction where = subject.where();
        return db.sql(sql)
                .param("id", subject.id())
                .param("kind", subject.kind().code())
                .param("provenance", subject.provenance().name())
                .param("name", subject.name())
                .param("form", subject.form() == null ? null : subject.form().name(), Types.VARCHAR)
                .param("level", name(subject.level()), Types.VARCHAR)
                .param("host", where == null ? null : where.unit(), Types.OTHER)
                .param("hostName", subject.hostName())
                .param("path", where == null ? null : where.path(), Types.VARCHAR)
                .param("region", where == null ? null : where.region(), Types.VARCHAR)
                .param("line", where == null ? null : where.line(), Types.VARCHAR)
                .param("users", userPaths.toArray(String[]::new))
                .param("stage", name(subject.stage()), Types.VARCHAR)
                .param("place", subject.place())
                .param("reliability", subject.reliability())
                .param("version", subject.version())
                .param("at", subject.updatedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "missing",
                        subject.published() ? 0 : subject.facts().toComplete().size())
                .param("search", search(subject))
                .param("core", NameCore.of(subject.name(), subject.hostName()))
                .param("endsOn", subject.entry() instanceof GroupEntry group ? group.endsOn() : null, Types.DATE)
                .param("doc", subject.kind().shape().document(subject.entry()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** What a search looks through: names, functions or purpose, host, place and numbers. */
    static String search(Subject subject) {
        return SubjectQuery.folded(Stream.concat(
                        Stream.of(subject.name(), subject.hostName(), subject.place()),
                        subject.entry().searched())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | ")));
    }
}
