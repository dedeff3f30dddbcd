package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Paging;
import io.zhijian.base.SubjectRef;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each subject was last judged by, and which facts it still lacks. */
@Component
class JudgedRows {

    private final JdbcClient db;
    private final Clock clock;

    JudgedRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A subject's row to be. */
    record Row(Judged subject, String factsHash, String rulebookHash, Collection<String> missing) {

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
                        insert into rules.judged (subject_kind, subject_id, subject_name, facts_hash, rulebook_hash, missing, at,
                                                  unit_id, unit_path, region, line)
                        select kind, id, name, facts, book, string_to_array(missing, ' '), :at, unit, path, region, line
                        from unnest(:kinds::text[], :ids::uuid[], :names::text[], :facts::text[], :books::text[],
                                    :missing::text[], :units::uuid[], :paths::text[], :regions::text[], :lines::text[])
                             as given (kind, id, name, facts, book, missing, unit, path, region, line)
                        on conflict (subject_kind, subject_id) do update
                        set subject_name = excluded.subject_name, facts_hash = excluded.facts_hash,
                            rulebook_hash = excluded.rulebook_hash, missing = excluded.missing, at = excluded.at,
                            unit_id = excluded.unit_id, unit_path = excluded.unit_path, region = excluded.region,
                            line = excluded.line
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kinds", texts(rows, row -> row.subject().subject().kind()))
                .param(
                        "ids",
                        rows.stream().map(row -> row.subject().subject().id()).toArray(UUID[]::new))
                .param("names", texts(rows, row -> row.subject().name()))
                .param("facts", texts(rows, Row::factsHash))
                .param("books", texts(rows, Row::rulebookHash))
                .param("missing", texts(rows, row -> String.join(" ", row.missing())))
                .param(
                        "units",
                        rows.stream().map(row -> row.subject().where().unit()).toArray(UUID[]::new))
                .param("paths", texts(rows, row -> row.subject().where().path()))
                .param("regions", texts(rows, row -> row.subject().where().region()))
                .param("lines", lines(rows))
                .update();
    }

    /** Subjects of which something is unknown that a rule asks for, within the reader's power to edit. */
    Paging<Findings.Incomplete> incomplete(int page) {
        String condition = "missing <> '{}' and " + FindingRows.within("edit");
        long total = db.sql("select count(*) from rules.judged where " + condition)
                .query(Long.class)
                .single();
        List<Findings.Incomplete> rows = db.sql("select * from rules.judged where " + condition
                        + " order by at desc, subject_id limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query((row, n) -> incomplete(row))
                .list();
        return new Paging<>(rows, page, Paging.SIZE, total);
    }

    private static Findings.Incomplete incomplete(ResultSet row) throws SQLException {
        Array missing = row.getArray("missing");
        return new Findings.Incomplete(
                new SubjectRef(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("subject_name"),
                new Jurisdiction(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_path"),
                        row.getString("region"),
                        row.getString("line")),
                List.of((String[]) missing.getArray()));
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
