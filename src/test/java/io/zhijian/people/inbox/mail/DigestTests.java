package io.zhijian.people.inbox.mail;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.InboxQuery;
import io.zhijian.people.inbox.Message;
import io.zhijian.people.inbox.SendingDays;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One digest per person and working day, through a real mail server. */
@ZhijianTest
class DigestTests {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final Actor JOB = Actor.service("test-job", Role.CLERK);

    /** A Monday after everything that other tests have put. */
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    @Autowired
    ApplicationContext context;

    @Autowired
    Inbox inbox;

    @Autowired
    DigestRows rows;

    @Autowired
    ObjectProvider<SendingDays> days;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private GreenMail server;
    private TestPeople people;
    private Unit unit;
    private Staff clerk;
    private JdbcClient owner;

    @BeforeEach
    void aClerkWithAnAddressAndAMailServer() {
        owner = JdbcClient.create(ownerDataSource);
        owner.sql("update people.message set digest = null").update();
        owner.sql("delete from people.digest").update();
        owner.sql("delete from people.mail").update();
        people = new TestPeople(context);
        unit = people.province();
        clerk = people.staff(unit, Role.CLERK);
        address(clerk, "clerk@example.com");
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void oneMailADayHoldsWhatIsUnreadInTextAndHtmlAndNothingIsSentTwice() throws Exception {
        put("示例<b>应用</b>\r\nBcc: x@example.com");
        put("另一应用");
        at(MONDAY, "09:00").run();
        at(MONDAY, "09:00").run();
        put("后来的应用");
        at(MONDAY, "15:00").run();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("【指减】2031年3月3日：您有 2 条未读消息");
        assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[clerk@example.com]");
        assertThat(mail.getHeader("Bcc")).isNull();
        String text = part(mail, "text/plain");
        String html = part(mail, "text/html");
        assertThat(text).contains("另一应用：有 1 条疑似问题待核实", "https://zhijian.example/inbox/");
        assertThat(html).contains("示例&lt;b&gt;应用&lt;/b&gt;").doesNotContain("<b>");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void thereIsNoneWhenNothingIsUnreadNoneAtNightAndNoneOnAHoliday() {
        at(MONDAY, "09:00").run();
        put("示例应用");
        at(MONDAY.minusDays(1), "10:00").run();
        at(MONDAY, "08:59").run();
        at(MONDAY, "18:00").run();
        at(MONDAY, "23:30").run();
        at(LocalDate.of(2026, 10, 1), "10:00").run();
        assertThat(server.getReceivedMessages()).isEmpty();
        as(people.actor(clerk), () -> {
            inbox.readAll();
            return true;
        });
        at(MONDAY, "09:30").run();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoTurnedItOffGetsNoneAndReadsInTheInbox() {
        put("示例应用");
        owner.sql("update people.mail set digest = false").update();
        at(MONDAY, "09:00").run();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(as(
                        people.actor(clerk),
                        () -> inbox.list(new InboxQuery(InboxQuery.Box.UNREAD, ""), 1)
                                .total()))
                .isOne();
    }

    @Test
    void aFailureIsTriedAgainAndAfterTheLastTryItsMessagesGoIntoTheNextDay() {
        put("示例应用");
        server.stop();
        at(MONDAY, "09:00").run();
        assertThat(state()).isEqualTo("WAITING 1 connect");
        at(MONDAY, "09:02").run();
        assertThat(state()).as("not before its time").isEqualTo("WAITING 1 connect");
        for (String time : List.of("09:06", "09:30", "10:30", "13:00")) {
            at(MONDAY, time).run();
        }
        assertThat(state()).isEqualTo("FAILED 5 connect");
        server.start();
        at(MONDAY, "15:00").run();
        assertThat(server.getReceivedMessages()).isEmpty();
        at(MONDAY.plusDays(1), "09:00").run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void twoNodesAtOnceSendOneMail() throws Exception {
        put("示例应用");
        try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            for (int node = 0; node < 2; node++) {
                both.submit(() -> at(MONDAY, "09:00").run());
            }
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLineOfAnotherHeaderIsNoAddressAndNoPasswordGoesUnprotected() {
        for (String typed :
                List.of("a@b.cn\r\nBcc: x@y.cn", "a@b.cn, x@y.cn", "<a@b.cn>", "a b@c.cn", "a@", "甲@示例.cn")) {
            assertThatThrownBy(() -> new Letter(typed, "题", "文", "文", "n")).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> settings(MailSettings.Security.NONE, "user"))
                .isInstanceOf(IllegalArgumentException.class);
        Mailer strict = new Mailer(settings(MailSettings.Security.STARTTLS, ""), Clock.systemUTC());
        assertThat(strict.send(new Letter("a@example.com", "题", "文", "文", "n"))).contains("tls");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Digests at(LocalDate day, String time) {
        Clock clock = Clock.fixed(instant(day, time), OFFICE);
        MailSettings settings = settings(MailSettings.Security.NONE, "");
        return new Digests(
                rows, new DigestLetter(settings), new Mailer(settings, clock), settings, days, transactions, clock);
    }

    private static Instant instant(LocalDate day, String time) {
        return ZonedDateTime.of(day, LocalTime.parse(time), OFFICE).toInstant();
    }

    private MailSettings settings(MailSettings.Security security, String user) {
        return new MailSettings(
                "127.0.0.1",
                // a port at which nobody listens
                server.getSmtp() == null ? 1 : server.getSmtp().getPort(),
                user,
                user,
                security,
                "zhijian@example.com",
                "https://zhijian.example/",
                LocalTime.of(9, 0));
    }

    private void address(Staff staff, String address) {
        owner.sql("insert into people.mail (staff, address, confirmed_at) values (:staff, :address, now())")
                .param("staff", staff.id())
                .param("address", address)
                .update();
    }

    private void put(String name) {
        Message message = Message.toHolders(
                Role.Power.EDIT,
                "finding.opened",
                unit.id(),
                new SubjectRef("app", UUID.randomUUID()),
                name,
                "/apps",
                List.of(UUID.randomUUID()));
        as(
                JOB,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    inbox.put(message);
                    return true;
                }));
        // what comes after the hour of the digest waits for the next one
        if (name.startsWith("后来")) {
            owner.sql("update people.message set put_at = '2031-03-03 12:00+08' where subject_name = :name")
                    .param("name", name)
                    .update();
        }
    }

    private String state() {
        return owner.sql("select state || ' ' || tries || ' ' || fault from people.digest")
                .query(String.class)
                .single();
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new AssertionError("no " + type + " in " + GreenMailUtil.getBody(parts.getBodyPart(0)));
    }
}
