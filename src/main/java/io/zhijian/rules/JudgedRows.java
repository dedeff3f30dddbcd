package io.zhijian.rules;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each subject was last judged by. */
@Component
class JudgedRows {

    private final JdbcClient db;
    private final Clock clock;

    JudgedRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A subject's row to be. */
    record Row(Judged subject, String factsHash, String rulebookHash) {

        /** While it stands, judging again would say the same. */
        String mark() {
            return factsHash + rulebookHash;
        }
    }

    /** The marks of these subjects as they were last judged. */
    Map<UUID, String> marks(String kind, List<UUID> ids) {
        Map<UUID, String> marks = new HashMap<>();
        db.sql("""
                        select subject_id, facts_hash || rulebook_hash as mark from rules.judged
                        where subject_kind = :kind and subject_id = any (:ids)
                        """)
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> marks.put(row.getObject("subject_id", UUID.class), row.getString("mark")))
                .list();
        return marks;
    }

    /** Writes many at once; one round trip. */
    void save(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
                        insert into rules.judged (subject_kind, subject_id, facts_hash, rulebook_hash, at, unit_path, region, line)
                        select kind, id, facts, book, :at, path, region, line
                        from unnest(:kinds::text[], :ids::uuid[], :facts::text[], :books::text[],
                                    :paths::text[], :regions::text[], :lines::text[])
                             as given (kind, id, facts, book, path, region, line)
                        on conflict (subject_kind, subject_id) do update
                        set facts_hash = excluded.facts_hash, rulebook_hash = excluded.rulebook_hash, at = excluded.at,
                            unit_path = excluded.unit_path, region = excluded.region, line = excluded.line
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kinds", texts(rows, row -> row.subject().subject().kind()))
                .param(
                        "ids",
                        rows.stream().map(row -> row.subject().subject().id()).toArray(UUID[]::new))
                .param("facts", texts(rows, Row::factsHash))
                .param("books", texts(rows, Row::rulebookHash))
                .param("paths", texts(rows, row -> row.subject().where().path()))
                .param("regions", texts(rows, row -> row.subject().where().region()))
                .param("lines", lines(rows))
                .update();
    }

    private static String[] texts(List<Row> rows, java.util.function.Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String[] lines(List<Row> rows) {
        String[] lines = new String[rows.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = rows.get(i).subject().where().line();
        }
        return lines;
    }
}
