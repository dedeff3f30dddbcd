package io.zhijian.people.inbox.mail;

import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the mail goes, for the system administrator: never what stands in it. */
@Service
public class MailStatus {

    private final JdbcClient db;
    private final DigestLetter letters;
    private final Mailer mailer;

    MailStatus(JdbcClient db, DigestLetter letters, Mailer mailer) {
        this.db = db;
        this.letters = letters;
        this.mailer = mailer;
    }

    /** How many digests of a day were sent, wait for another try, failed, or had nothing left to tell. */
    public record Day(LocalDate day, long sent, long waiting, long failed, long skipped) {}

    /** A digest that could not be sent so far. */
    public record Fault(
            String name,
            String login,
            LocalDate day,
            int tries,
            @Nullable String fault,
            boolean last,
            OffsetDateTime nextTry) {

        public String words() {
            return Texts.t("inbox.fault." + (fault == null ? "other" : fault));
        }
    }

    /** The last fourteen days on which there were any, of people within the actor's care. */
    @Transactional(readOnly = true)
    public List<Day> days() {
        return db.sql("""
                select day, count(*) filter (where state = 'SENT') as sent,
                       count(*) filter (where state = 'WAITING') as waiting,
                       count(*) filter (where state = 'FAILED') as failed,
                       count(*) filter (where state = 'SKIPPED') as skipped
                  from people.digest where people.reaches('staff', staff)
                 group by day order by day desc limit 14""").query(Day.class).list();
    }

    /** Those of the latest day that are stuck. */
    @Transactional(readOnly = true)
    public List<Fault> faults() {
        return db.sql("""
                select s.name, s.login, d.day, d.tries, d.fault, d.state = 'FAILED' as last, d.next_try
                  from people.digest d join people.staff s on s.id = d.staff
                 where d.fault is not null and d.state in ('FAILED', 'WAITING')
                   and d.day = (select max(day) from people.digest)
                 order by s.login limit 50""").query(Fault.class).list();
    }

    /** Sends a mail of one sentence. */
    public void test(String typed) {
        String address = typed.strip();
        if (!MailAddress.sound(address)) {
            throw Refusal.invalid("inbox.mail-form");
        }
        mailer.send(letters.note(
                        address, Texts.t("inbox.test.subject"), Texts.t("inbox.test.words"), "test." + Ids.next()))
                .ifPresent(fault -> {
                    throw Refusal.conflict("inbox.mail-failed", Texts.t("inbox.fault." + fault));
                });
    }
}
