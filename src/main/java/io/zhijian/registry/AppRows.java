package io.zhijian.registry;

import io.zhijian.base.Jurisdiction;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.AppForm;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table registry.app: how they are read, held and written. */
@Repository
class AppRows {

    static final String COLUMNS = """
            id, provenance, name, form, level, host_unit, unit_path, region, line, host_name, place, reliability, stage,
            version, updated_at, doc
            """;

    private final JdbcClient db;

    AppRows(JdbcClient db) {
        this.db = db;
    }

    static App app(ResultSet row, int number) throws SQLException {
        UUID host = row.getObject("host_unit", UUID.class);
        Jurisdiction where = host == null
                ? null
                : new Jurisdiction(host, row.getString("unit_path"), row.getString("region"), row.getString("line"));
        return new App(
                row.getObject("id", UUID.class),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("name"),
                named(AppForm.class, row.getString("form")),
                named(UnitLevel.class, row.getString("level")),
                where,
                row.getString("host_name"),
                row.getString("place"),
                row.getString("reliability"),
                named(Stage.class, row.getString("stage")),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                EntryForm.entry(row.getString("doc")));
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    Optional<App> find(UUID id) {
        return db.sql("select " + COLUMNS + " from registry.app where id = :id")
                .param("id", id)
                .query(AppRows::app)
                .optional();
    }

    /** Holds the row until commit; none where the actor may not write it. */
    Optional<App> lock(UUID id) {
        return db.sql("select " + COLUMNS + " from registry.app where id = :id for update")
                .param("id", id)
                .query(AppRows::app)
                .optional();
    }

    void insert(App app, List<String> userPaths) {
        bind("""
                        insert into registry.app
                          (id, provenance, name, form, level, host_unit, host_name, unit_path, region, line, user_paths,
                           stage, place, reliability, version, updated_at, to_complete, search, doc)
                        values
                          (:id, :provenance, :name, :form, :level, :host, :hostName, :path, :region, :line, :users,
                           :stage, :place, :reliability, :version, :at, :missing, :search, cast(:doc as jsonb))
                        """, app, userPaths).update();
    }

    void update(App app, List<String> userPaths) {
        bind("""
                        update registry.app
                           set name = :name, form = :form, level = :level, host_unit = :host, host_name = :hostName,
                               unit_path = :path, region = :region, line = :line, user_paths = :users, stage = :stage,
                               place = :place, reliability = :reliability, version = :version, updated_at = :at,
                               to_complete = :missing, search = :search, doc = cast(:doc as jsonb)
                         where id = :id and provenance = :provenance
                        """, app, userPaths).update();
    }

    void setStage(UUID id, Stage stage, java.time.Instant at) {
        db.sql("update registry.app set stage = :stage, updated_at = :at where id = :id")
                .param("id", id)
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, App app, List<String> userPaths) {
        Jurisdiction where = app.where();
        return db.sql(sql)
                .param("id", app.id())
                .param("provenance", app.provenance().name())
                .param("name", app.name())
                .param("form", name(app.form()), Types.VARCHAR)
                .param("level", name(app.level()), Types.VARCHAR)
                .param("host", where == null ? null : where.unit(), Types.OTHER)
                .param("hostName", app.hostName())
                .param("path", where == null ? null : where.path(), Types.VARCHAR)
                .param("region", where == null ? null : where.region(), Types.VARCHAR)
                .param("line", where == null ? null : where.line(), Types.VARCHAR)
                .param("users", userPaths.toArray(String[]::new))
                .param("stage", name(app.stage()), Types.VARCHAR)
                .param("place", app.place())
                .param("reliability", app.reliability())
                .param("version", app.version())
                .param("at", app.updatedAt().atOffset(ZoneOffset.UTC))
                .param("missing", app.published() ? 0 : app.facts().toComplete().size())
                .param("search", search(app))
                .param("doc", EntryForm.document(app.entry()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** What a search looks through: names, functions, host, place and numbers. */
    private static String search(App app) {
        Entry entry = app.entry();
        return AppQuery.folded(Stream.of(
                        Stream.of(app.name(), app.hostName(), app.place(), entry.summary()),
                        Stream.of(entry.icp().number(), entry.gov().number()),
                        entry.aliases().stream(),
                        entry.functions().stream().map(Entry.Function::name),
                        entry.items().stream().map(Entry.Item::name))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | ")));
    }
}
