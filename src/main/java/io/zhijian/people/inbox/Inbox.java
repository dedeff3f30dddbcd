package io.zhijian.people.inbox;

import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.base.SubjectRef;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Everybody's messages: put by modules in the transaction of what they tell of, read by each for themselves. */
@Service
public class Inbox {

    /** What a reader may do with messages of their own. */
    public enum Mark {
        READ("read_at = :now", "read_at is null and archived_at is null"),
        /** Not where another message of the same cause has come in meanwhile. */
        UNREAD("read_at = null", """
                read_at is not null and archived_at is null and not exists (
                  select from people.message newer
                   where newer.staff = message.staff and newer.unit = message.unit and newer.cause = message.cause
                     and newer.subject_kind = message.subject_kind and newer.subject_id = message.subject_id
                     and newer.read_at is null and newer.archived_at is null)"""),
        ARCHIVE("archived_at = :now, read_at = coalesce(read_at, :now)", "archived_at is null"),
        RESTORE("archived_at = null, read_at = coalesce(read_at, :now)", "archived_at is not null");

        private final String change;
        private final String condition;

        Mark(String change, String condition) {
            this.change = change;
            this.condition = condition;
        }

        public static Mark of(String word) {
            try {
                return valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("page.malformed");
            }
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SELECT = """
            select m.id, m.cause, m.subject_name, u.name as unit_name, m.href, cardinality(m.about) as count,
                   m.changed_at, m.read_at, m.archived_at
              from people.message m join people.unit u on u.id = m.unit
             where m.staff = (select access.actor())
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Inbox(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Message message) {
        put(List.of(message));
    }

    /** Puts many at once, in one round to the database. Whoever acts gets no message about it, unless it is to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Collection<Message> messages) {
        if (!messages.isEmpty()) {
            List<Map<String, Object>> puts = messages.stream().map(Inbox::row).toList();
            call("put_messages(cast(:puts as jsonb), :now)", Map.of("puts", json.writeValueAsString(puts)));
        }
    }

    /** Takes back what no longer holds, such as findings that were cured before anybody read of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Collection<SubjectRef> subjects, Collection<UUID> about) {
        if (!about.isEmpty()) {
            UUID[] ids = subjects.stream().map(SubjectRef::id).distinct().toArray(UUID[]::new);
            call("take_back(:gone, :subjects, :now)", Map.of("gone", about.toArray(UUID[]::new), "subjects", ids));
        }
    }

    /** The own messages, the latest first. */
    @Transactional(readOnly = true)
    public Paging<Received> list(InboxQuery query, int page) {
        String which = " and m." + query.box().condition().replace(" and ", " and m.")
                + " and (m.subject_name ilike :words or u.name ilike :words)";
        List<Received> rows = db.sql(SELECT + which + " order by m.changed_at desc, m.id limit :size offset :offset")
                .param("words", query.pattern())
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Received.class)
                .list();
        long total = db.sql("select count(*) from (" + SELECT + which + ") as found")
                .param("words", query.pattern())
                .query(Long.class)
                .single();
        return new Paging<>(rows, Math.clamp(page, 1, 100_000), Paging.SIZE, total);
    }

    /** Reads one; returns where it leads. */
    @Transactional
    public String open(UUID id) {
        mark(List.of(id), Mark.READ);
        return db.sql("select href from people.message where id = :id and staff = (select access.actor())")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("inbox.message-unknown"));
    }

    @Transactional
    public int mark(List<UUID> ids, Mark mark) {
        return mark("id = any (:ids)", Map.of("ids", ids.toArray(UUID[]::new)), mark);
    }

    @Transactional
    public int readAll() {
        return mark("true", Map.of(), Mark.READ);
    }

    private int mark(String which, Map<String, ?> params, Mark mark) {
        return db.sql("update people.message set %s where staff = (select access.actor()) and %s and %s"
                        .formatted(mark.change, which, mark.condition))
                .param("now", now())
                .params(params)
                .update();
    }

    private void call(String function, Map<String, ?> params) {
        db.sql("select people." + function)
                .param("now", now())
                .params(params)
                .query((row, n) -> "")
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Object> row(Message message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cause", message.cause());
        row.put("unit", message.unit());
        row.put("kind", message.subject().kind());
        row.put("subject", message.subject().id());
        row.put("name", message.subjectName());
        row.put("href", message.href());
        row.put("about", message.about());
        List<String> roles = message.roles();
        if (roles != null) {
            row.put("roles", roles);
        }
        UUID staff = message.staff();
        if (staff != null) {
            row.put("staff", staff);
        }
        return row;
    }
}
