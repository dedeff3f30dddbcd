package io.zhijian.registry.search;

import io.zhijian.database.OneTrip;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the index reads of table registry.subject, and what lists ask of the database before they show a row. */
@Repository
class IndexRows {

    private static final int BATCH = 5_000;

    private static final String COLUMNS = """
            id, kind, provenance, name, form, level, stage, host_name, place, unit_path, region, line, user_paths,
            to_complete, updated_at, stamp, search, doc #>> '{icp,number}' as icp, doc #>> '{gov,number}' as gov,
            jsonb_path_query_array(doc, '$.functions[*].name') || jsonb_path_query_array(doc, '$.purpose') as headlines
            """;

    private final JdbcClient db;
    private final OneTrip trip;
    private final Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    private final JsonMapper json = JsonMapper.shared();

    IndexRows(JdbcClient db, OneTrip trip) {
        this.db = db;
        this.trip = trip;
    }

    /** What is stamped lower and was committed can be seen by every query after this. */
    @Transactional(readOnly = true)
    long horizon() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** All rows written from a transaction on, in batches. */
    @Transactional(readOnly = true)
    void changed(long stamp, Consumer<List<Row>> each) {
        UUID after = new UUID(0, 0);
        Map<String, byte[]> hosts = new HashMap<>();
        List<Row> batch;
        do {
            batch = batch(stamp, after, hosts);
            each.accept(batch);
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    private List<Row> batch(long stamp, UUID after, Map<String, byte[]> hosts) {
        return db.sql("select " + COLUMNS + """
                         from registry.subject where stamp >= :stamp and id > :after order by id limit :size
                        """)
                .param("stamp", stamp)
                .param("after", after)
                .param("size", BATCH)
                .query((row, n) -> row(row, hosts))
                .list();
    }

    private Row row(ResultSet row, Map<String, byte[]> hosts) throws SQLException {
        Listed shown = listed(row);
        Array users = row.getArray("user_paths");
        return new Row(
                shown,
                row.getString("unit_path"),
                row.getString("region"),
                row.getString("line"),
                List.of((String[]) users.getArray()),
                row.getLong("stamp"),
                row.getString("search"),
                SubjectQuery.folded(shown.name()),
                key(shown.name()),
                hosts.computeIfAbsent(shown.host(), this::key));
    }

    private Listed listed(ResultSet row) throws SQLException {
        SubjectKind kind = SubjectKind.named(row.getString("kind")).orElseThrow();
        String form = row.getString("form");
        Optional<Form> known = form == null ? Optional.empty() : kind.form(form);
        return new Listed(
                row.getObject("id", UUID.class),
                kind,
                Provenance.valueOf(row.getString("provenance")),
                row.getString("name"),
                known.orElse(null),
                named(UnitLevel.class, row.getString("level")),
                named(Stage.class, row.getString("stage")),
                row.getString("host_name").intern(),
                row.getString("place"),
                headlines(row.getString("headlines")),
                empty(row.getString("icp")),
                empty(row.getString("gov")),
                row.getInt("to_complete"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private List<String> headlines(String array) {
        return array.equals("[]") || array.equals("[\"\"]")
                ? List.of()
                : List.of(json.readValue(array, String[].class));
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private byte[] key(String text) {
        return collator.getCollationKey(text).toByteArray();
    }

    /** What {@link #check} tells: the stamps of the rows asked for that may be read, and of those written lately. */
    record Check(Map<UUID, Long> seen, Map<UUID, Long> lately) {}

    /** As the reader: which of the rows may be read and who wrote them, and what was written from a transaction on. */
    Check check(List<UUID> ids, long since) {
        return trip.ask("select lately, id, stamp from registry.list_check(?, ?)", new OneTrip.Query<>() {
            @Override
            public void bind(PreparedStatement statement, int first) throws SQLException {
                statement.setObject(first, ids.toArray(UUID[]::new));
                statement.setLong(first + 1, since);
            }

            @Override
            public Check read(ResultSet rows) throws SQLException {
                Check check = new Check(new HashMap<>(), new HashMap<>());
                while (rows.next()) {
                    (rows.getBoolean(1) ? check.lately : check.seen)
                            .put(rows.getObject(2, UUID.class), rows.getLong(3));
                }
                return check;
            }
        });
    }
}
