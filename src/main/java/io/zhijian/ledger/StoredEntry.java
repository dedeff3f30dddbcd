package io.zhijian.ledger;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.LedgerVerification.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An entry as the tables hold it: the bytes, and beside them the columns that must say the same. */
record StoredEntry(
        long number,
        byte[] leafHash,
        UUID id,
        byte[] body,
        byte[] commitment,
        Instant at,
        UUID actor,
        String action,
        SubjectRef subject,
        String path,
        String region,
        @Nullable String line,
        String origin,
        @Nullable Payload payload) {

    /** Told of each fault. */
    interface Faults {
        void fault(Problem problem, String where, String detail);
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private static final String SEALED = """
            select l.number, l.hash, e.id, e.body, e.commitment, e.at, e.actor_id, e.action, e.subject_kind,
                   e.subject_id, e.unit_path, e.region, e.line, e.origin,
                   p.salt, p.actor_name, p.reason, p.details
            from ledger.leaf l
            join ledger.entry e on e.id = l.entry_id
            left join ledger.payload p on p.entry_id = e.id
            """;

    /** All that have a leaf, in the order of the leaves; to be closed, and read in a transaction. */
    static Stream<StoredEntry> sealed(JdbcClient db) {
        return db.sql(SEALED + "order by l.number").withFetchSize(2_000).query((row, number) -> of(row)).stream();
    }

    static Optional<StoredEntry> sealed(JdbcClient db, UUID id) {
        return db.sql(SEALED + "where l.entry_id = :id")
                .param("id", id)
                .query((row, number) -> of(row))
                .optional();
    }

    private static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("number"),
                row.getBytes("hash"),
                row.getObject("id", UUID.class),
                row.getBytes("body"),
                row.getBytes("commitment"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("action"),
                new SubjectRef(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("unit_path"),
                row.getString("region"),
                row.getString("line"),
                row.getString("origin"),
                payload(row));
    }

    private static @Nullable Payload payload(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        return salt == null
                ? null
                : new Payload(
                        salt,
                        row.getString("actor_name"),
                        row.getString("reason"),
                        JSON.readValue(row.getString("details"), DETAILS));
    }

    /** Whether bytes, columns and payload say the same. */
    void check(Faults faults) {
        Entry entry;
        try {
            entry = Entry.parse(body);
        } catch (IllegalArgumentException unreadable) {
            faults.fault(Problem.BODY_UNREADABLE, id.toString(), String.valueOf(unreadable.getMessage()));
            return;
        }
        Jurisdiction where = entry.where();
        differs(faults, "id", id, entry.id());
        differs(faults, "at", at, entry.at());
        differs(faults, "actor_id", actor, entry.actor());
        differs(faults, "action", action, entry.action());
        differs(faults, "subject", subject, entry.subject());
        differs(faults, "unit_path", path, where.path());
        differs(faults, "region", region, where.region());
        differs(faults, "line", String.valueOf(line), String.valueOf(where.line()));
        differs(faults, "origin", origin, entry.origin());
        if (!Arrays.equals(commitment, entry.commitment())) {
            faults.fault(Problem.COLUMN_DIFFERS, id.toString(), "commitment");
        }
        if (payload != null && !Arrays.equals(payload.commitment(), entry.commitment())) {
            faults.fault(Problem.COMMITMENT_DIFFERS, id.toString(), "");
        }
    }

    private void differs(Faults faults, String column, Object kept, Object truth) {
        if (!kept.equals(truth)) {
            faults.fault(Problem.COLUMN_DIFFERS, id.toString(), column);
        }
    }
}
