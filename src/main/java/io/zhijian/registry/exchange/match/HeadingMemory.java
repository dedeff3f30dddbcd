package io.zhijian.registry.exchange.match;

import io.zhijian.base.Jurisdiction;
import io.zhijian.registry.SubjectKind;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under which heading a unit keeps which field, once somebody has said so. */
@Repository
public class HeadingMemory {

    private static final int LONGEST = 200;

    private final JdbcClient db;
    private final Clock clock;

    HeadingMemory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Plain heading to field path, '' where the column is not taken. */
    public Map<String, String> of(Jurisdiction unit, SubjectKind kind) {
        return db
                .sql("select heading, field from registry.import_heading where unit = :unit and kind = :kind")
                .param("unit", unit.unit())
                .param("kind", kind.code())
                .query((row, n) -> Map.entry(row.getString("heading"), row.getString("field")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps what a person corrected; what was recognised by itself needs no memory. */
    public void keep(Jurisdiction unit, SubjectKind kind, Columns columns) {
        for (Column column : columns.all()) {
            String heading = Vocabulary.plain(column.heading());
            if (column.how() == Column.How.CHOSEN && !heading.isEmpty() && heading.length() <= LONGEST) {
                db.sql("""
                        insert into registry.import_heading (unit, kind, heading, field, unit_path, region, line, set_at)
                        values (:unit, :kind, :heading, :field, :path, :region, :line, :at)
                        on conflict (unit, kind, heading) do update set field = excluded.field, set_at = excluded.set_at
                        """)
                        .param("unit", unit.unit())
                        .param("kind", kind.code())
                        .param("heading", heading)
                        .param("field", column.field())
                        .param("path", unit.path())
                        .param("region", unit.region())
                        .param("line", unit.line(), Types.VARCHAR)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            }
        }
    }
}
