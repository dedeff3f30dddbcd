package io.zhijian.ledger;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        return write(List.of(new Decision(action, subject, where, reason, details)))
                .getFirst();
    }

    /**
     * What was done and why; see {@link #write(String, SubjectRef, Jurisdiction, String, Map)}.
     *
     * @param where whose row was acted upon
     */
    public record Decision(
            String action, SubjectRef subject, Jurisdiction where, String reason, Map<String, String> details) {}

    /** Many decisions of one moment, in their order and in one round trip; returns the entries' ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> write(List<Decision> decisions) {
        Actor actor = Actor.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Entry> entries = new ArrayList<>(decisions.size());
        List<Payload> payloads = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            Payload payload = Payload.of(actor.name(), decision.reason(), decision.details());
            payloads.add(payload);
            entries.add(new Entry(
                    Ids.next(),
                    now,
                    actor.kind(),
                    actor.id(),
                    decision.action(),
                    decision.subject(),
                    decision.where(),
                    "local",
                    payload.commitment()));
        }
        if (!entries.isEmpty()) {
            insert(entries, payloads, actor, now);
        }
        return entries.stream().map(Entry::id).toList();
    }

    /** Entries and payloads in one statement: one round trip, never one without the other. */
    private void insert(List<Entry> entries, List<Payload> payloads, Actor actor, Instant now) {
        db.sql("""
                with said as (
                  select * from unnest(:ids::uuid[], :bodies::bytea[], :commitments::bytea[], :actions::text[],
                      :kinds::text[], :subjects::uuid[], :paths::text[], :regions::text[], :lines::text[], :origins::text[],
                      :salts::bytea[], :names::text[], :reasons::text[], :details::text[])
                    as s (id, body, commitment, action, kind, subject, path, region, line, origin, salt, name, reason, details)),
                entry as (
                  insert into ledger.entry
                    (id, body, commitment, at, actor_id, action, subject_kind, subject_id, unit_path, region, line, origin)
                  select id, body, commitment, :at, :actor, action, kind, subject, path, region, line, origin from said)
                insert into ledger.payload (entry_id, salt, actor_name, reason, details)
                select id, salt, name, reason, cast(details as jsonb) from said
                """)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("ids", entries.stream().map(Entry::id).toArray(UUID[]::new))
                .param("bodies", entries.stream().map(Entry::body).toArray(byte[][]::new))
                .param("commitments", entries.stream().map(Entry::commitment).toArray(byte[][]::new))
                .param("actions", texts(entries, Entry::action))
                .param("kinds", texts(entries, entry -> entry.subject().kind()))
                .param(
                        "subjects",
                        entries.stream().map(entry -> entry.subject().id()).toArray(UUID[]::new))
                .param("paths", texts(entries, entry -> entry.where().path()))
                .param("regions", texts(entries, entry -> entry.where().region()))
                .param("lines", texts(entries, entry -> entry.where().line()))
                .param("origins", texts(entries, Entry::origin))
                .param("salts", payloads.stream().map(Payload::salt).toArray(byte[][]::new))
                .param("names", texts(payloads, Payload::actorName))
                .param("reasons", texts(payloads, Payload::reason))
                .param("details", texts(payloads, payload -> json.writeValueAsString(payload.details())))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }
}
