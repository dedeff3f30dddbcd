package io.zhijian.registry.exchange.stage;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Paging;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.exchange.row.CellProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a sheet between the look and the entering, and the hosts they name. */
@Repository
public class StageRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String FIELDS = """
            number int, state text, name text, subject uuid, base_version int, host uuid, form text, user_paths text[],
            to_complete int, search text, core text, ends_on date, doc jsonb, problems jsonb
            """;

    private static final String NAMES =
            "number, state, name, subject, base_version, host, form, user_paths, to_complete, "
                    + "search, core, ends_on, doc, problems";

    private static final String SELECT =
            "select number, state, name, subject, problems, likely, likely_row from registry.import_row where import = :id";

    private final JdbcClient db;

    StageRows(JdbcClient db) {
        this.db = db;
    }

    /** A batch in one trip; each row as the columns of the table. */
    public void insert(Import of, List<Map<String, Object>> rows) {
        place(
                        db.sql("insert into registry.import_row (import, unit_path, region, line, " + NAMES
                                + ") select :id, :path, "
                                + ":region, :line, " + NAMES + " from jsonb_to_recordset(cast(:rows as jsonb)) as r("
                                + FIELDS
                                + ")"),
                        of.id(),
                        of.where())
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    public void insertHosts(UUID id, Collection<Unit> hosts) {
        for (Unit host : hosts) {
            place(db.sql("""
                            insert into registry.import_host (import, unit, name, level, unit_path, region, line)
                            values (:id, :unit, :name, :level, :path, :region, :line) on conflict do nothing
                            """), id, host.jurisdiction())
                    .param("unit", host.id())
                    .param("name", host.name())
                    .param("level", host.level().name())
                    .update();
        }
    }

    private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec sql, UUID id, Jurisdiction where) {
        return sql.param("id", id)
                .param("path", where.path())
                .param("region", where.region())
                .param("line", where.line(), Types.VARCHAR);
    }

    /** A host as it stood when the rows were looked through. */
    public record Host(Jurisdiction where, String name, UnitLevel level) {}

    public List<Host> hosts(UUID id) {
        return db.sql("select * from registry.import_host where import = :id")
                .param("id", id)
                .query((row, n) -> new Host(
                        new Jurisdiction(
                                row.getObject("unit", UUID.class),
                                row.getString("unit_path"),
                                row.getString("region"),
                                row.getString("line")),
                        row.getString("name"),
                        UnitLevel.valueOf(row.getString("level"))))
                .list();
    }

    /** Finds, for what would be entered, one that may be the same: in the register, else further up in the file. */
    public void findLikely(UUID id, String kind) {
        db.sql("""
                update registry.import_row r set likely = l.subject
                  from (select distinct on (n.number) n.number, s.id as subject
                          from registry.import_row n
                          join registry.subject s on s.kind = :kind and s.core = n.core and s.provenance = 'OWN'
                         where n.import = :id and n.state = 'ENTERED' and length(n.core) >= 2 and length(s.core) >= 2
                         order by n.number, (s.host_unit = n.host) desc, s.id) l
                 where r.import = :id and r.number = l.number
                """).param("id", id).param("kind", kind).update();
        db.sql("""
                update registry.import_row r set likely_row = l.first
                  from (select number, min(number) over (partition by core, form) as first
                          from registry.import_row
                         where import = :id and state = 'ENTERED' and length(core) >= 2) l
                 where r.import = :id and r.number = l.number and l.first < r.number and r.likely is null
                """).param("id", id).update();
    }

    /** Rows that cannot be taken, in the order of the sheet. */
    public Paging<StagedRow> wrong(UUID id, int page) {
        return page(id, " and state = 'WRONG'", page);
    }

    /** Rows that may be there already under another name or host. */
    public Paging<StagedRow> likely(UUID id, int page) {
        return page(id, " and (likely is not null or likely_row is not null)", page);
    }

    private Paging<StagedRow> page(UUID id, String which, int page) {
        List<StagedRow> rows = db.sql(SELECT + which + " order by number limit :size offset :offset")
                .param("id", id)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(StageRows::read)
                .list();
        long total = db.sql("select count(*) from registry.import_row where import = :id" + which)
                .param("id", id)
                .query(Long.class)
                .single();
        return new Paging<>(rows, Math.clamp(page, 1, 100_000), Paging.SIZE, total);
    }

    /** Every row that cannot be taken. */
    public void forEachWrong(UUID id, Consumer<StagedRow> each) {
        db.sql(SELECT + " and state = 'WRONG' order by number")
                .param("id", id)
                .query(StageRows::read)
                .list()
                .forEach(each);
    }

    public void clear(UUID id) {
        db.sql("delete from registry.import_row where import = :id")
                .param("id", id)
                .update();
        db.sql("delete from registry.import_host where import = :id")
                .param("id", id)
                .update();
    }

    /** Keeps of a finished import only what is needed to take it back. */
    public void slim(UUID id) {
        db.sql("delete from registry.import_row where import = :id and state in ('SAME', 'WRONG')")
                .param("id", id)
                .update();
        db.sql("""
                update registry.import_row
                   set doc = null, search = '', user_paths = '{}', problems = '[]', likely = null, likely_row = null
                 where import = :id
                """).param("id", id).update();
    }

    private static StagedRow read(ResultSet row, int number) throws SQLException {
        return new StagedRow(
                row.getInt("number"),
                StagedRow.State.valueOf(row.getString("state")),
                row.getString("name"),
                row.getObject("subject", UUID.class),
                List.of(JSON.readValue(row.getString("problems"), CellProblem[].class)),
                row.getObject("likely", UUID.class),
                row.getObject("likely_row", Integer.class));
    }
}
