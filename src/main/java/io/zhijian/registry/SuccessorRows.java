package io.zhijian.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks for what could go on in an account's place; it may be another unit's, which the reader otherwise does not see. */
@Repository
class SuccessorRows {

    private final JdbcClient db;

    SuccessorRows(JdbcClient db) {
        this.db = db;
    }

    List<Successor> of(Subject goes, String words) {
        return find(goes, SubjectQuery.all(goes.kind()).matching(words).patterns(), null);
    }

    /** The one, if it fits. */
    Optional<Successor> of(Subject goes, UUID wanted) {
        return find(goes, List.of(), wanted).stream().findFirst();
    }

    private List<Successor> find(Subject goes, List<String> patterns, @Nullable UUID wanted) {
        return db.sql(
                        "select id, name, form, host_name, host_unit from registry.merge_targets(:goes, :patterns, :wanted)")
                .param("goes", goes.id())
                .param("patterns", patterns.toArray(String[]::new))
                .param("wanted", wanted, Types.OTHER)
                .query(SuccessorRows::successor)
                .list();
    }

    private static Successor successor(ResultSet row, int number) throws SQLException {
        String form = row.getString("form");
        return new Successor(
                row.getObject("id", UUID.class),
                row.getString("name"),
                form == null ? null : SubjectKind.ACCOUNT.form(form).orElse(null),
                row.getString("host_name"),
                row.getObject("host_unit", UUID.class));
    }
}
