package io.zhijian.ledger;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where every module records its decisions; a decision that cannot be recorded does not happen. */
@Service
public class Ledger {

    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Ledger(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Records, in the running transaction, what the current actor has just done; without a transaction it fails.
     *
     * @param action such as "app.stage-set"; its words stand in the writing module's messages under
     *     {@code ledger.action.<action>}
     * @param where whose row was acted upon; auditors within whose scope it lies can read the entry
     * @param reason in the actor's own words; may be empty where no reason is asked
     * @param details what else explains the decision; "name" is shown as the subject's name
     * @return the entry's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(
            String action, SubjectRef subject, Jurisdiction where, String reason, Map<String, String> details) {
        Actor actor = Actor.current();
        Payload payload = Payload.of(actor.name(), reason, details);
        Entry entry = new Entry(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.kind(),
                actor.id(),
                action,
                subject,
                where,
                "local",
                payload.commitment());
        insert(entry, payload);
        return entry.id();
    }

    /** Entry and payload in one statement: one round trip, never one without the other. */
    private void insert(Entry entry, Payload payload) {
        db.sql("""
                with entry as (
                  insert into ledger.entry
                    (id, body, commitment, at, actor_id, action, subject_kind, subject_id, unit_path, region, line, origin)
                  values
                    (:id, :body, :commitment, :at, :actor, :action, :kind, :subject, :path, :region, :line, :origin))
                insert into ledger.payload (entry_id, salt, actor_name, reason, details)
                values (:id, :salt, :name, :reason, cast(:details as jsonb))
                """)
                .param("id", entry.id())
                .param("body", entry.body())
                .param("commitment", entry.commitment())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("kind", entry.subject().kind())
                .param("subject", entry.subject().id())
                .param("path", entry.where().path())
                .param("region", entry.where().region())
                .param("line", entry.where().line(), Types.VARCHAR)
                .param("origin", entry.origin())
                .param("salt", payload.salt())
                .param("name", payload.actorName())
                .param("reason", payload.reason())
                .param("details", json.writeValueAsString(payload.details()))
                .update();
    }
}
