package io.zhijian.people.inbox.mail;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.SubjectRef;
import io.zhijian.database.Secrets;
import io.zhijian.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The own e-mail address: used only once its owner has typed the code that was mailed to it. */
@Service
public class MailAddresses {

    private static final Duration CODE_LASTS = Duration.ofMinutes(30);
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final DigestLetter letters;
    private final Mailer mailer;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final byte[] key;

    MailAddresses(
            JdbcClient db,
            DigestLetter letters,
            Mailer mailer,
            Ledger ledger,
            Secrets secrets,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.letters = letters;
        this.mailer = mailer;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.key = secrets.get("mail-code").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What is known of the own address.
     *
     * @param address confirmed
     * @param wanted waits for its code
     * @param digest whether the daily digest is wanted
     */
    public record Mine(@Nullable String address, @Nullable String wanted, boolean digest) {}

    @Transactional(readOnly = true)
    public Mine mine() {
        return db.sql("select address, wanted, digest from people.mail where staff = (select access.actor())")
                .query(Mine.class)
                .optional()
                .orElse(new Mine(null, null, true));
    }

    /** Mails a code to an address; what was confirmed before stays until the code comes back. */
    public void want(String typed) {
        String address = typed.strip();
        if (!MailAddress.sound(address)) {
            throw Refusal.invalid("inbox.mail-form");
        }
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        transaction.executeWithoutResult(status -> keep(address, code));
        String subject = DigestLetter.inChinese(() -> t("inbox.code.subject"));
        String words = DigestLetter.inChinese(() -> t("inbox.code.words", code, CODE_LASTS.toMinutes()));
        mailer.send(letters.note(address, subject, words, "code." + io.zhijian.base.Ids.next()))
                .ifPresent(fault -> {
                    throw Refusal.conflict("inbox.mail-failed", t("inbox.fault." + fault));
                });
    }

    private void keep(String address, String code) {
        OffsetDateTime now = now();
        int rows = db.sql("""
                        insert into people.mail as known (staff, wanted, code, code_until, code_sent_at)
                        values (:staff, :wanted, :code, :until, :now)
                        on conflict (staff) do update
                           set wanted = excluded.wanted, code = excluded.code, code_until = excluded.code_until,
                               code_tries = 0, code_sent_at = excluded.code_sent_at, version = known.version + 1
                         where known.code_sent_at is null or known.code_sent_at <= :before
                        """)
                .param("staff", Actor.current().id())
                .param("wanted", address)
                .param("code", mac(address, code))
                .param("until", now.plus(CODE_LASTS))
                .param("now", now)
                .param("before", now.minus(BETWEEN_CODES))
                .update();
        if (rows == 0) {
            throw Refusal.tooMany("inbox.mail-wait");
        }
    }

    /** Takes the address into use, if that is its code; five wrong ones spend it. */
    public void confirm(String code) {
        Boolean right = transaction.execute(status -> {
            Optional<String> wanted = db.sql("""
                            update people.mail set code_tries = code_tries + 1
                             where staff = (select access.actor()) and code_until > :now and code_tries < :most
                            returning wanted
                            """)
                    .param("now", now())
                    .param("most", TRIES)
                    .query(String.class)
                    .optional();
            return wanted.isPresent() && take(wanted.get(), code.strip());
        });
        if (!Boolean.TRUE.equals(right)) {
            throw Refusal.invalid("inbox.mail-code");
        }
    }

    private boolean take(String wanted, String code) {
        int rows =
                db.sql("""
                        update people.mail set address = wanted, confirmed_at = :now, wanted = null, code = null,
                               code_until = null, version = version + 1
                         where staff = (select access.actor()) and code = :code
                        """).param("now", now()).param("code", mac(wanted, code)).update();
        if (rows > 0) {
            record("staff.mail-confirmed");
        }
        return rows > 0;
    }

    @Transactional
    public void digest(boolean wanted) {
        db.sql("update people.mail set digest = :wanted, version = version + 1 where staff = (select access.actor())")
                .param("wanted", wanted)
                .update();
    }

    @Transactional
    public void remove() {
        if (db.sql("delete from people.mail where staff = (select access.actor())")
                        .update()
                > 0) {
            record("staff.mail-removed");
        }
    }

    /** That there is an address now or none; the address itself is nobody else's business. */
    private void record(String action) {
        Actor actor = Actor.current();
        Jurisdiction home = Objects.requireNonNull(actor.home());
        ledger.write(action, new SubjectRef("staff", actor.id()), home, "", Map.of("name", actor.name()));
    }

    private byte[] mac(String address, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((Actor.current().id() + " " + address + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
