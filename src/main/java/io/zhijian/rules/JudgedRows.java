package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each subject was last judged by. */
@Component
class JudgedRows {

    private static final UUID NOWHERE = new UUID(0, 0);

    private final JdbcClient db;
    private final Clock clock;

    JudgedRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private static final int HASH = 64;

    /**
     * A subject's row to be.
     *
     * @param mark while it stands, judging again would say the same
     * @param due unless days that go by change it by themselves
     */
    record Row(Judged subject, String mark, @Nullable LocalDate due) {}

    /** The marks of those of these subjects that need not be judged again before tomorrow. */
    Map<UUID, String> marks(String kind, List<UUID> ids, LocalDate today) {
        Map<UUID, String> marks = new HashMap<>();
        db.sql("""
                        select subject_id, facts_hash || rulebook_hash as mark from rules.judged
                        where subject_kind = :kind and subject_id = any (:ids) and (due_on is null or due_on > :today)
                        """)
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", today)
                .query(row -> {
                    marks.put(row.getObject("subject_id", UUID.class), row.getString("mark"));
                });
        return marks;
    }

    /** Some of those that are due, in the order of ids. */
    List<UUID> due(String kind, LocalDate today, UUID after, int size) {
        return db.sql("""
                        select subject_id from rules.judged
                        where subject_kind = :kind and due_on <= :today and subject_id > :after
                        order by subject_id limit :size
                        """)
                .param("kind", kind)
                .param("today", today)
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    /** Where subjects of a kind are held, and by which rules some there were judged. */
    record Place(Jurisdiction where, String rulebookHash) {}

    List<Place> places(String kind) {
        return db.sql("""
                        select distinct unit_path, region, line, rulebook_hash from rules.judged where subject_kind = :kind
                        order by unit_path
                        """)
                .param("kind", kind)
                .query((row, n) -> new Place(
                        new Jurisdiction(
                                NOWHERE, row.getString("unit_path"), row.getString("region"), row.getString("line")),
                        row.getString("rulebook_hash")))
                .list();
    }

    List<UUID> heldAt(String kind, List<String> paths) {
        return db.sql("select subject_id from rules.judged where subject_kind = :kind and unit_path = any (:paths)")
                .param("kind", kind)
                .param("paths", paths.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** One that cannot be judged now is due until it can. */
    void setAside(SubjectRef subject, LocalDate today) {
        db.sql("""
                        insert into rules.judged (subject_kind, subject_id, facts_hash, rulebook_hash, at, due_on, unit_path, region)
                        values (:kind, :id, '', '', :at, :today, '/', '')
                        on conflict (subject_kind, subject_id) do update
                        set facts_hash = '', rulebook_hash = '', at = excluded.at, due_on = excluded.due_on
                        """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", today)
                .update();
    }

    /** Writes many at once; one round trip. */
    void save(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
                        insert into rules.judged
                          (subject_kind, subject_id, facts_hash, rulebook_hash, at, due_on, unit_path, region, line)
                        select kind, id, facts, book, :at, due, path, region, line
                        from unnest(:kinds::text[], :ids::uuid[], :facts::text[], :books::text[], :dues::date[],
                                    :paths::text[], :regions::text[], :lines::text[])
                             as given (kind, id, facts, book, due, path, region, line)
                        on conflict (subject_kind, subject_id) do update
                        set facts_hash = excluded.facts_hash, rulebook_hash = excluded.rulebook_hash, at = excluded.at,
                            due_on = excluded.due_on, unit_path = excluded.unit_path, region = excluded.region,
                            line = excluded.line
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kinds", texts(rows, row -> row.subject().subject().kind()))
                .param(
                        "ids",
                        rows.stream().map(row -> row.subject().subject().id()).toArray(UUID[]::new))
                .param("facts", texts(rows, row -> row.mark().substring(0, HASH)))
                .param("books", texts(rows, row -> row.mark().substring(HASH)))
                .param(
                        "dues",
                        texts(rows, row -> row.due() == null ? null : row.due().toString()))
                .param("paths", texts(rows, row -> row.subject().where().path()))
                .param("regions", texts(rows, row -> row.subject().where().region()))
                .param("lines", texts(rows, row -> row.subject().where().line()))
                .update();
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }
}
