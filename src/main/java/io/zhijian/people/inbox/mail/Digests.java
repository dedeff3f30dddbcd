package io.zhijian.people.inbox.mail;

import io.zhijian.base.Actor;
import io.zhijian.people.inbox.Received;
import io.zhijian.people.inbox.SendingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail per person and working day with what is unread; none at night, none on holidays, none that says nothing.
 *
 * <p>It is sent while its row is locked, so that two nodes never send the same one. Should a node die between the
 * server's yes and the commit, the mail goes out again under the same Message-ID.
 */
@Service
class Digests {

    /** The row policies know it by this name; it holds no role. */
    static final Actor ACTOR = Actor.service("digest");

    private static final Logger log = LoggerFactory.getLogger(Digests.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** Waited before the second, third … try; after the last one it counts as failed. */
    private static final List<Duration> BACKOFF =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(45), Duration.ofMinutes(135));

    private final DigestRows rows;
    private final DigestLetter letters;
    private final Mailer mailer;
    private final MailSettings settings;
    private final SendingDays days;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            DigestRows rows,
            DigestLetter letters,
            Mailer mailer,
            MailSettings settings,
            ObjectProvider<SendingDays> days,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.mailer = mailer;
        this.settings = settings;
        this.days = days.getIfAvailable(() -> Digests::weekday);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Makes today's digests, if it is time, and sends what is due; safe to call at any time and from several nodes. */
    void run() {
        if (settings.on() && open()) {
            ScopedValue.where(Actor.CURRENT, ACTOR).run(this::makeAndSend);
        }
    }

    private void makeAndSend() {
        LocalDate today = now().toLocalDate();
        Instant cut = ZonedDateTime.of(today, settings.at(), OFFICE).toInstant();
        Integer made = transaction.execute(status -> rows.make(today, cut, clock.instant()));
        if (made != null && made > 0) {
            log.info("Made {} digests", made);
        }
        while (open() && Boolean.TRUE.equals(transaction.execute(status -> sendNext(today)))) {
            log.debug("one less to send");
        }
    }

    /** Whether there was one to send. */
    private boolean sendNext(LocalDate today) {
        Optional<Digest> next = rows.take(today, clock.instant());
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Digest digest) {
        List<Received> messages = rows.messages(digest.id());
        String address = digest.address();
        if (messages.isEmpty() || address == null) {
            rows.skipped(digest.id());
            return;
        }
        mailer.send(letters.write(address, digest, messages))
                .ifPresentOrElse(fault -> failed(digest, fault), () -> rows.sent(digest.id(), clock.instant()));
    }

    private void failed(Digest digest, String fault) {
        boolean last = digest.tries() >= BACKOFF.size();
        Duration wait = last ? Duration.ZERO : BACKOFF.get(digest.tries());
        rows.failed(digest.id(), fault, last, clock.instant().plus(wait));
    }

    private boolean open() {
        LocalTime time = now().toLocalTime();
        return !time.isBefore(settings.at())
                && time.isBefore(MailSettings.LATEST)
                && days.isSendingDay(now().toLocalDate());
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(OFFICE);
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
