package io.zhijian.registry.exchange.stage;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Paging;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.match.Columns;
import io.zhijian.registry.exchange.sheet.Format;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of table registry.import and the files that belong to them. */
@Repository
public class ImportRows {

    /** A run tells of itself every second or so; one that has been silent for this long was cut off. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Clock clock;

    ImportRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void insert(Import made, byte[] content) {
        place(db.sql("""
                        insert into registry.import
                          (id, kind, unit, unit_path, region, line, staff, staff_name, file_name, file_hash, format, sheet,
                           columns, state, total, created_at, beat_at)
                        values (:id, :kind, :unit, :path, :region, :line, :staff, :staffName, :file, :hash, :format, :sheet,
                           cast(:columns as jsonb), :state, :total, :at, :at)
                        """), made)
                .param("kind", made.kind().code())
                .param("unit", made.where().unit())
                .param("staff", made.staff())
                .param("staffName", made.staffName())
                .param("file", made.fileName())
                .param("hash", made.fileHash())
                .param("format", made.format().name())
                .param("sheet", made.sheet())
                .param("columns", made.columns().json())
                .param("state", made.state().name())
                .param("total", made.total())
                .param("at", made.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        place(db.sql("""
                        insert into registry.import_file (import, unit_path, region, line, content)
                        values (:id, :path, :region, :line, :content)
                        """), made).param("content", content).update();
    }

    private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec sql, Import made) {
        return sql.param("id", made.id())
                .param("path", made.where().path())
                .param("region", made.where().region())
                .param("line", made.where().line(), Types.VARCHAR);
    }

    public Optional<Import> find(UUID id) {
        return db.sql("select * from registry.import where id = :id")
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /** Holds it until commit. */
    public Optional<Import> lock(UUID id) {
        return db.sql("select * from registry.import where id = :id for update")
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /** Those within reach, the latest first. */
    public Paging<Import> list(int page) {
        List<Import> rows = db.sql(
                        "select * from registry.import order by created_at desc, id limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(ImportRows::read)
                .list();
        long total =
                db.sql("select count(*) from registry.import").query(Long.class).single();
        return new Paging<>(rows, Math.clamp(page, 1, 100_000), Paging.SIZE, total);
    }

    public Optional<byte[]> file(UUID id) {
        return db.sql("select content from registry.import_file where import = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    public void dropFile(UUID id) {
        db.sql("delete from registry.import_file where import = :id")
                .param("id", id)
                .update();
    }

    public void understood(UUID id, String sheet, Columns columns, int total) {
        db.sql("""
                update registry.import
                   set sheet = :sheet, columns = cast(:columns as jsonb), total = :total, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("sheet", sheet)
                .param("columns", columns.json())
                .param("total", total)
                .update();
    }

    /** Whether it was still there to be set. */
    public boolean set(UUID id, ImportState from, ImportState to) {
        return db.sql("""
                        update registry.import set state = :to, beat_at = :at, version = version + 1
                         where id = :id and state = :from
                        """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("at", now())
                        .update()
                == 1;
    }

    /** Tells how far it has come; false once somebody has called it off. */
    public boolean beat(UUID id, int done) {
        return db.sql("update registry.import set done = :done, beat_at = :at where id = :id and state = 'READING'")
                        .param("id", id)
                        .param("done", done)
                        .param("at", now())
                        .update()
                == 1;
    }

    /** Tells that it waits for its turn. */
    public void wait(UUID id) {
        db.sql("update registry.import set beat_at = :at where id = :id and state in ('READING', 'WRITING')")
                .param("id", id)
                .param("at", now())
                .update();
    }

    public void refuse(UUID id, String code, List<String> details) {
        db.sql("""
                update registry.import
                   set state = 'REFUSED', refusal = :code, refused = cast(:details as jsonb), finished_at = :at
                 where id = :id
                """)
                .param("id", id)
                .param("code", code)
                .param("details", JSON.writeValueAsString(details))
                .param("at", now())
                .update();
    }

    public void checked(UUID id) {
        db.sql("""
                update registry.import i
                   set state = 'CHECKED', done = total, beat_at = :at,
                       entered = c.entered, revised = c.revised, same = c.same, wrong = c.wrong, likely = c.likely
                  from (select count(*) filter (where state = 'ENTERED') as entered,
                               count(*) filter (where state = 'REVISED') as revised,
                               count(*) filter (where state = 'SAME') as same,
                               count(*) filter (where state = 'WRONG') as wrong,
                               count(*) filter (where likely is not null or likely_row is not null) as likely
                          from registry.import_row where import = :id) c
                 where i.id = :id and i.state = 'READING'
                """).param("id", id).param("at", now()).update();
    }

    public void done(UUID id, int leftOut, Instant at) {
        db.sql("""
                update registry.import set state = 'DONE', left_out = :out, finished_at = :at, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("out", leftOut)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Runs that were cut off, leaving out those whose row a living run still holds. */
    public List<UUID> cutOff() {
        return db.sql("""
                        select id from registry.import
                         where state in ('READING', 'WRITING') and beat_at < :before for update skip locked
                        """)
                .param("before", clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    public void end(UUID id, ImportState state) {
        db.sql("update registry.import set state = :state, finished_at = :at, version = version + 1 where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Import(
                row.getObject("id", UUID.class),
                SubjectKind.named(row.getString("kind")).orElseThrow(),
                new Jurisdiction(
                        row.getObject("unit", UUID.class),
                        row.getString("unit_path"),
                        row.getString("region"),
                        row.getString("line")),
                row.getObject("staff", UUID.class),
                row.getString("staff_name"),
                row.getString("file_name"),
                row.getString("file_hash"),
                Format.valueOf(row.getString("format")),
                row.getString("sheet"),
                Columns.of(row.getString("columns")),
                ImportState.valueOf(row.getString("state")),
                row.getString("refusal"),
                List.of(JSON.readValue(row.getString("refused"), String[].class)),
                row.getInt("total"),
                row.getInt("done"),
                new Import.Counts(
                        row.getInt("entered"),
                        row.getInt("revised"),
                        row.getInt("same"),
                        row.getInt("wrong"),
                        row.getInt("likely"),
                        row.getInt("left_out")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
