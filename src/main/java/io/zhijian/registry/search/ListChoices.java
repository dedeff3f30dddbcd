package io.zhijian.registry.search;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person keeps for lists: filters under names of their own, and what is shown of each subject. */
@Service
public class ListChoices {

    /** Most filters of one person for one kind. */
    public static final int MOST = 30;

    /** Longest name of a filter, in characters. */
    public static final int LONGEST = 40;

    private final JdbcClient db;
    private final Clock clock;

    ListChoices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps the query under a name; what stood under it is replaced. */
    @Transactional
    public void save(String typed, SubjectQuery query) {
        String name = typed.strip().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
        String address = query.address("");
        int from = address.indexOf('?') + 1;
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw Refusal.invalid("search.filter-name", LONGEST);
        }
        if (from == 0 || address.length() - from > 2_000) {
            throw Refusal.invalid("search.filter-empty");
        }
        if (count(query.kind(), name) >= MOST) {
            throw Refusal.invalid("search.filter-many", MOST);
        }
        db.sql("""
                insert into registry.saved_filter (id, staff, kind, name, query, saved_at)
                values (:id, :staff, :kind, :name, :query, :now)
                on conflict (staff, kind, name) do update set query = excluded.query, saved_at = excluded.saved_at""")
                .param("id", Ids.next())
                .param("staff", Actor.current().id())
                .param("kind", query.kind().code())
                .param("name", name)
                .param("query", address.substring(from))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int count(SubjectKind kind, String without) {
        return db.sql("select count(*) from registry.saved_filter where kind = :kind and name <> :name")
                .param("kind", kind.code())
                .param("name", without)
                .query(Integer.class)
                .single();
    }

    /** Forgets a filter of the actor's own; says nothing of others'. */
    @Transactional
    public void forget(UUID filter) {
        db.sql("delete from registry.saved_filter where id = :id")
                .param("id", filter)
                .update();
    }

    /** What the actor wants lists of a kind to show. */
    @Transactional(readOnly = true)
    public Details shown(SubjectKind kind) {
        return db.sql("select array_to_string(details, ',') from registry.list_choice where kind = :kind")
                .param("kind", kind.code())
                .query(String.class)
                .optional()
                .map(Details::of)
                .orElseGet(Details::usual);
    }

    /** Remembers what the actor wants lists of a kind to show. */
    @Transactional
    public void show(SubjectKind kind, Collection<String> details) {
        db.sql("""
                insert into registry.list_choice (staff, kind, details) values (:staff, :kind, :details)
                on conflict (staff, kind) do update set details = excluded.details""")
                .param("staff", Actor.current().id())
                .param("kind", kind.code())
                .param(
                        "details",
                        Details.of(details).shown().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }
}
