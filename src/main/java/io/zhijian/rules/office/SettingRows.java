package io.zhijian.rules.office;

import io.zhijian.base.Scope;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.book.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of settings, oldest first. */
@Component
class SettingRows {

    private static final long LOCK = 0x7A68_6A72_756C_6573L;

    private final JdbcClient db;

    SettingRows(JdbcClient db) {
        this.db = db;
    }

    /** Moves whenever a setting is added, on whichever node. */
    long version() {
        return db.sql("select coalesce(max(seq), 0) from rules.rule_check")
                .query(Long.class)
                .single();
    }

    /** One office at a time, so that the numbers of committed settings have no gap that fills later. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> "")
                .list();
    }

    List<Setting> all() {
        return db.sql("select * from rules.rule_check order by seq")
                .query((row, n) -> read(row))
                .list();
    }

    List<Setting> of(String rule) {
        return db.sql("select * from rules.rule_check where rule_id = :rule order by seq")
                .param("rule", rule)
                .query((row, n) -> read(row))
                .list();
    }

    void insert(Setting setting, String shippedHash, UUID office, UUID actor) {
        Rule.Checked checked = setting.checked();
        db.sql("""
                        insert into rules.rule_check (id, rule_id, scope_axis, scope_value, state, params, from_day, reason,
                          checked_text, checked_on, shipped_hash, office_id, office_name, actor_id, actor_name, at)
                        values (:id, :rule, :axis, :value, :state, cast(:params as jsonb), :from, :reason,
                          :text, :on, :hash, :office, :officeName, :actor, :actorName, :at)
                        """)
                .param("id", setting.id())
                .param("rule", setting.ruleId())
                .param("axis", setting.scope().axis().name())
                .param("value", setting.scope().value())
                .param("state", setting.state().name())
                .param("params", Canonical.text(setting.params()))
                .param("from", setting.from())
                .param("reason", setting.reason())
                .param("text", checked == null ? null : checked.text())
                .param("on", checked == null ? null : checked.on())
                .param("hash", shippedHash)
                .param("office", office)
                .param("officeName", setting.office())
                .param("actor", actor)
                .param("actorName", setting.actor())
                .param("at", setting.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Setting read(ResultSet row) throws SQLException {
        String text = row.getString("checked_text");
        return new Setting(
                row.getObject("id", UUID.class),
                row.getString("rule_id"),
                new Scope(Scope.Axis.valueOf(row.getString("scope_axis")), row.getString("scope_value")),
                Setting.State.valueOf(row.getString("state")),
                Canonical.parse(row.getString("params")),
                row.getObject("from_day", LocalDate.class),
                row.getString("reason"),
                text == null ? null : new Rule.Checked(text, row.getObject("checked_on", LocalDate.class)),
                row.getString("office_name"),
                row.getString("actor_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
