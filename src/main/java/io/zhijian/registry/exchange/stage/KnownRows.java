package io.zhijian.registry.exchange.stage;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.exchange.row.Identity;
import io.zhijian.registry.exchange.row.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register has of the hosts that a file names. */
@Repository
public class KnownRows {

    private static final Set<String> ENDED = Set.of("CLOSED", "MERGED", "DISSOLVED");

    private final JdbcClient db;

    KnownRows(JdbcClient db) {
        this.db = db;
    }

    public void learn(Known known, SubjectKind kind, Collection<UUID> hosts) {
        db.sql("""
                        select id, version, host_unit, name, form, stage, doc #>> '{gov,number}' as gov,
                               doc #>> '{icp,number}' as icp, doc ->> 'accountId' as account
                          from registry.subject
                         where kind = :kind and provenance = 'OWN' and host_unit = any (:hosts)
                        """)
                .param("kind", kind.code())
                .param("hosts", hosts.toArray(UUID[]::new))
                .query(row -> {
                    known.add(
                            identity(row),
                            row.getObject("id", UUID.class),
                            row.getInt("version"),
                            ENDED.contains(text(row.getString("stage"))),
                            0);
                });
    }

    private static Identity identity(ResultSet row) throws SQLException {
        String account = text(row.getString("account"));
        String number =
                account.isEmpty() ? Identity.number(text(row.getString("gov")), text(row.getString("icp"))) : account;
        return new Identity(
                row.getObject("host_unit", UUID.class), number, row.getString("name"), text(row.getString("form")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    public Map<UUID, Entry> entries(SubjectKind kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select id, doc from registry.subject where id = any (:ids)")
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(row.getObject("id", UUID.class), kind.shape().stored(row.getString("doc"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
