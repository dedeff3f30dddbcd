package io.zhijian.ledger.search;

import io.zhijian.base.Paging;
import io.zhijian.base.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries, newest first; the row policies decide which there are. */
@Service
public class LedgerSearch {

    private static final ZoneId OUTSIDE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private static final String COLUMNS = """
            select e.id, l.number, e.at, e.actor_id, p.actor_name, e.action, e.subject_kind, e.subject_id, e.unit_path,
                   e.region, e.line, e.origin, p.reason, p.details
            """;
    private static final String TABLES = """
            from ledger.entry e
            left join ledger.payload p on p.entry_id = e.id
            left join ledger.leaf l on l.entry_id = e.id
            """;
    private static final String FILTER = """
            where e.at >= :from and e.at < :to
              and (:action = '' or e.action = :action)
              and (:actor = '' or position(lower(:actor) in lower(p.actor_name)) > 0)
              and (:subject = '' or e.subject_id::text = lower(:subject)
                   or position(lower(:subject) in lower(p.details ->> 'name')) > 0)
              and (:reason = '' or position(lower(:reason) in lower(p.reason)) > 0)
            """;
    private static final String ORDER = " order by e.at desc, e.id desc ";

    private final JdbcClient db;

    LedgerSearch(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Paging<LedgerRow> page(LedgerFilter filter, int number) {
        List<LedgerRow> rows = filtered(COLUMNS + TABLES + FILTER + ORDER + "limit :size offset :offset", filter)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(number))
                .query((row, n) -> row(row))
                .list();
        long total = filtered("select count(*) " + TABLES + FILTER, filter)
                .query(Long.class)
                .single();
        return new Paging<>(rows, Math.max(1, number), Paging.SIZE, total);
    }

    /** All that fit, one after the other, never all in memory. */
    @Transactional(readOnly = true)
    public void each(LedgerFilter filter, Consumer<LedgerRow> reader) {
        try (Stream<LedgerRow> rows =
                filtered(COLUMNS + TABLES + FILTER + ORDER, filter)
                        .withFetchSize(1_000)
                        .query((row, n) -> row(row))
                        .stream()) {
            rows.forEach(reader);
        }
    }

    @Transactional(readOnly = true)
    public Optional<LedgerRow> find(UUID id) {
        return db.sql(COLUMNS + TABLES + "where e.id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Every action that occurs; jumps from one to the next along the index instead of reading all entries. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return db.sql("""
                with recursive seen as (
                  (select action from ledger.entry order by action limit 1)
                  union all
                  select (select e.action from ledger.entry e where e.action > s.action order by e.action limit 1)
                  from seen s where s.action is not null)
                select action from seen where action is not null
                """).query(String.class).list();
    }

    private StatementSpec filtered(String sql, LedgerFilter filter) {
        return db.sql(sql)
                .param("from", start(filter.from()))
                .param("to", start(filter.to().plusDays(1)))
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("subject", filter.subject())
                .param("reason", filter.reason());
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(OUTSIDE).toOffsetDateTime();
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        String details = row.getString("details");
        return new LedgerRow(
                row.getObject("id", UUID.class),
                row.getObject("number", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                new SubjectRef(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("unit_path"),
                row.getString("region"),
                row.getString("line"),
                row.getString("origin"),
                row.getString("reason"),
                details == null ? new TreeMap<>() : JSON.readValue(details, DETAILS));
    }
}
