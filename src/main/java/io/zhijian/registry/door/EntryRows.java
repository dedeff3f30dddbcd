package io.zhijian.registry.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads table registry.public_entry, the only one the door knows. */
@Repository
class EntryRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    EntryRows(JdbcClient db) {
        this.db = db;
    }

    /** @param entry absent: no longer public */
    record Row(UUID subject, long revision, @Nullable PublicEntry entry) {}

    /** What has changed since a revision. */
    @Transactional(readOnly = true)
    List<Row> since(long revision) {
        return db.sql("""
                select subject, token, doc, stage, notice, released_on, changed_at, revision
                  from registry.public_entry where revision > :revision order by revision
                """).param("revision", revision).query(EntryRows::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        String doc = row.getString("doc");
        String notice = row.getString("notice");
        PublicEntry entry = doc == null
                ? null
                : new PublicEntry(
                        subject,
                        row.getString("token"),
                        JSON.readValue(doc, PublicText.class),
                        row.getString("stage"),
                        notice == null ? null : JSON.readValue(notice, ClosingNotice.class),
                        row.getObject("released_on", LocalDate.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant());
        return new Row(subject, row.getLong("revision"), entry);
    }
}
