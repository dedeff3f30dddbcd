package io.zhijian.people.inbox.mail;

import io.zhijian.people.inbox.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The digests as they are made, tried and sent; the row policies let the service "digest" alone write them. */
@Component
class DigestRows {

    private final JdbcClient db;

    DigestRows(JdbcClient db) {
        this.db = db;
    }

    int make(LocalDate day, Instant cut, Instant now) {
        return db.sql("select people.make_digests(:day, :cut, :now)")
                .param("day", day)
                .param("cut", cut.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The next one that is due; another node skips it until this transaction ends. */
    Optional<Digest> take(LocalDate day, Instant now) {
        return db.sql("""
                        select d.id, s.name, case when a.digest and s.disabled_at is null then a.address end as address,
                               d.day, d.tries
                          from people.digest d
                          join people.staff s on s.id = d.staff
                          left join people.mail a on a.staff = d.staff
                         where d.state = 'WAITING' and d.day = :day and d.next_try <= :now
                         order by d.next_try, d.id limit 1
                           for update of d skip locked
                        """)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Digest.class)
                .optional();
    }

    /** What of it is still unread. */
    List<Received> messages(UUID digest) {
        return db.sql("""
                        select m.id, m.cause, m.subject_name, u.name as unit_name, m.href, cardinality(m.about) as count,
                               m.changed_at, m.read_at, m.archived_at
                          from people.message m join people.unit u on u.id = m.unit
                         where m.digest = :digest and m.read_at is null and m.archived_at is null
                           and people.sees(m.staff, m.unit_path, m.region, m.line)
                         order by m.cause, u.path, m.subject_name, m.id
                        """).param("digest", digest).query(Received.class).list();
    }

    void sent(UUID digest, Instant now) {
        db.sql(
                        "update people.digest set state = 'SENT', tries = tries + 1, sent_at = :now, fault = null where id = :id")
                .param("id", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing is left to tell, or nobody to tell it to. */
    void skipped(UUID digest) {
        db.sql("update people.digest set state = 'SKIPPED' where id = :id")
                .param("id", digest)
                .update();
    }

    void failed(UUID digest, String fault, boolean last, Instant next) {
        db.sql("""
                        update people.digest set state = :state, tries = tries + 1, fault = :fault, next_try = :next
                         where id = :id
                        """)
                .param("id", digest)
                .param("state", last ? "FAILED" : "WAITING")
                .param("fault", fault)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }
}
