package io.zhijian.people.signin;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.AccountSecurity;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ZhijianTest
class SignInTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    SignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    Passwords passwords;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    RoleGrants roles;

    @Autowired
    AccountSecurity security;

    @Autowired
    @FlywayDataSource
    javax.sql.DataSource ownerDataSource;

    private TestPeople people;
    private Unit unit;
    private Staff staff;
    private JdbcClient owner;

    @BeforeEach
    void aClerk() {
        people = new TestPeople(context);
        unit = people.province();
        staff = people.staff(unit, Role.CLERK);
        owner = JdbcClient.create(ownerDataSource);
    }

    @Test
    void theRightPasswordOpensASessionWithTheRolesHeldNow() {
        SignedIn who = resolve(token()).orElseThrow();
        assertThat(who.actor()).isEqualTo(people.actor(staff));
        assertThat(who.mustChange()).isFalse();
    }

    @Test
    void theLoginNameIsTakenInAnyCaseAndWidth() {
        assertThat(signIn("  " + staff.login().toUpperCase(java.util.Locale.ROOT) + " ", TestPeople.PASSWORD))
                .isPresent();
    }

    @Test
    void wrongUnknownLockedAndDisabledGetTheSameAnswerAfterTheSameWork() {
        Staff locked = people.staff(unit, Role.CLERK);
        IntStream.range(0, 5).forEach(i -> signIn(locked.login(), "wrong-password"));
        Staff disabled = people.staff(unit, Role.CLERK);
        TestPeople.run(TestPeople.keeper(), () -> accounts.disable(disabled.id(), "停用"));
        for (var attempt : List.of(
                List.of(staff.login(), "wrong-password"),
                List.of("no-such-name", TestPeople.PASSWORD),
                List.of(locked.login(), TestPeople.PASSWORD),
                List.of(disabled.login(), TestPeople.PASSWORD),
                List.of("' or 1=1 --", "\u0000"),
                List.of("x".repeat(10_000), "x".repeat(10_000)))) {
            long before = passwords.checks();
            assertThat(signIn(attempt.getFirst(), attempt.getLast())).isEmpty();
            assertThat(passwords.checks())
                    .as("one hash for %s", attempt.getFirst())
                    .isEqualTo(before + 1);
        }
    }

    @Test
    void fiveWrongPasswordsLockANameWhetherOrNotItExists() {
        for (String name : List.of(staff.login(), "ghost" + System.nanoTime())) {
            IntStream.range(0, 4).forEach(i -> signIn(name, "wrong-password"));
            assertThat(lockedUntil(name)).isEmpty();
            signIn(name, "wrong-password");
            assertThat(lockedUntil(name)).isPresent();
        }
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isEmpty();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBefore() {
        IntStream.range(0, 4).forEach(i -> signIn(staff.login(), "wrong-password"));
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isPresent();
        IntStream.range(0, 4).forEach(i -> signIn(staff.login(), "wrong-password"));
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isPresent();
    }

    @Test
    void theLockEndsAfterAQuarterOfAnHourOrByTheSecurityAdministrator() {
        IntStream.range(0, 5).forEach(i -> signIn(staff.login(), "wrong-password"));
        owner.sql("update people.sign_in_attempt set locked_until = now(), last_at = now() - interval '15 minutes'")
                .update();
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isPresent();

        IntStream.range(0, 5).forEach(i -> signIn(staff.login(), "wrong-password"));
        Actor admin = people.actor(people.staff(unit, Role.SECURITY_ADMIN));
        assertThat(as(admin, () -> security.lockedUntil(staff))).isPresent();
        TestPeople.run(admin, () -> security.unlock(staff, "本人输错"));
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isPresent();
    }

    @Test
    void manyTriesAtOnceDoNotSlipThrough() throws Exception {
        List<Callable<Boolean>> tries = IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Boolean>) () ->
                        as(SignIn.SERVICE, () -> context.getBean(Attempts.class).begin("ghost-of-many")))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            long allowed = threads.invokeAll(tries).stream()
                    .filter(result -> result.resultNow())
                    .count();
            assertThat(allowed).isEqualTo(5);
        }
    }

    @Test
    void onlyTheHashOfATokenIsStored() {
        String token = token();
        assertThat(token).hasSize(43);
        assertThat(owner.sql("select string_agg(session::text, ' ') from people.session")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(owner.sql("select hash from people.credential where staff = :id")
                        .param("id", staff.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void theDoorToSessionsOpensForSignInOnly() {
        token();
        var template = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        JdbcClient db = context.getBean(JdbcClient.class);
        byte[] digest = owner.sql("select token from people.session where staff = :id")
                .param("id", staff.id())
                .query(byte[].class)
                .single();
        for (Actor actor : List.of(people.actor(staff), Actor.NOBODY, TestPeople.keeper())) {
            Integer seen = as(
                    actor,
                    () -> template.execute(status -> db.sql(
                                    "select count(*) from people.who_comes(:token, now(), now() - interval '1 hour')")
                            .param("token", digest)
                            .query(Integer.class)
                            .single()));
            assertThat(seen).isZero();
        }
    }

    @Test
    void anIdleAnOldAndAnUnknownSessionAreOver() {
        String idle = token();
        owner.sql("update people.session set seen_at = seen_at - interval '31 minutes'")
                .update();
        assertThat(resolve(idle)).isEmpty();
        String old = token();
        owner.sql("update people.session set ends_at = now()").update();
        assertThat(resolve(old)).isEmpty();
        assertThat(resolve("guess")).isEmpty();
    }

    @Test
    void usingASessionKeepsItAlive() {
        String token = token();
        owner.sql("update people.session set seen_at = seen_at - interval '20 minutes'")
                .update();
        assertThat(resolve(token)).isPresent();
        owner.sql("update people.session set seen_at = seen_at - interval '20 minutes'")
                .update();
        assertThat(resolve(token)).isPresent();
    }

    @Test
    void aRoleGrantedOrTakenCountsWithTheNextRequest() {
        String token = token();
        Actor admin = people.actor(people.staff(unit, Role.SECURITY_ADMIN));
        var held = as(admin, () -> roles.of(staff.id())).getFirst();
        TestPeople.run(admin, () -> roles.revoke(staff, held.id(), "调离"));
        assertThat(resolve(token).orElseThrow().actor().grants()).isEmpty();
        as(admin, () -> roles.grant(staff, Role.REVIEWER, held.scope(), "调任"));
        assertThat(resolve(token).orElseThrow().actor().roles()).containsExactly(Role.REVIEWER);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndBackWhenThatIsUndone() {
        String token = token();
        TestPeople.run(TestPeople.keeper(), () -> accounts.disable(staff.id(), "停用"));
        assertThat(resolve(token)).isEmpty();
        TestPeople.run(TestPeople.keeper(), () -> accounts.enable(staff.id(), "撤销停用"));
        assertThat(resolve(token)).isPresent();
    }

    @Test
    void aPersonSeesAndEndsTheOwnSessionsOnly() {
        SignedIn here = resolve(token()).orElseThrow();
        String elsewhere = token();
        Staff other = people.staff(unit, Role.CLERK);
        SignedIn others = resolve(signIn(other.login(), TestPeople.PASSWORD).orElseThrow())
                .orElseThrow();
        assertThat(as(here.actor(), () -> sessions.running(staff.id()))).hasSize(2);
        assertThat(as(here.actor(), () -> sessions.running(other.id()))).isEmpty();
        assertThat(as(here.actor(), () -> sessions.end(other.id(), others.session())))
                .isFalse();
        SignedIn there = resolve(elsewhere).orElseThrow();
        assertThat(as(here.actor(), () -> sessions.end(staff.id(), there.session())))
                .isTrue();
        assertThat(resolve(elsewhere)).isEmpty();
    }

    @Test
    void theSecurityAdministratorEndsAnybodysSessions() {
        String token = token();
        Actor system = people.actor(people.staff(unit, Role.SYSTEM_ADMIN));
        assertRefused("access.out-of-reach", () -> TestPeople.run(system, () -> security.endSessions(staff, "清理")));
        Actor admin = people.actor(people.staff(unit, Role.SECURITY_ADMIN));
        TestPeople.run(admin, () -> security.endSessions(staff, "设备遗失"));
        assertThat(resolve(token)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() {
        String elsewhere = token();
        String here = token();
        SignedIn who = resolve(here).orElseThrow();
        String wanted = "another-long-phrase";
        assertRefused("people.password-wrong", () -> choose(who, "not-the-password", wanted));
        assertRefused("people.password-length", () -> choose(who, TestPeople.PASSWORD, "short"));
        choose(who, TestPeople.PASSWORD, wanted);
        assertThat(resolve(here)).isPresent();
        assertThat(resolve(elsewhere)).isEmpty();
        assertThat(signIn(staff.login(), TestPeople.PASSWORD)).isEmpty();
        assertThat(signIn(staff.login(), wanted)).isPresent();
    }

    @Test
    void anIssuedPasswordEndsEverySessionAndMustBeReplaced() {
        String before = token();
        String issued = as(TestPeople.keeper(), () -> accounts.resetPassword(staff.id(), "忘记密码"));
        assertThat(resolve(before)).isEmpty();
        SignedIn who = resolve(signIn(staff.login(), issued).orElseThrow()).orElseThrow();
        assertThat(who.mustChange()).isTrue();
        choose(who, issued, "a-phrase-of-my-own");
        assertThat(resolve(signIn(staff.login(), "a-phrase-of-my-own").orElseThrow())
                        .orElseThrow()
                        .mustChange())
                .isFalse();
    }

    @Test
    void weakPasswordsAreRefused() {
        assertThat(problem("short")).isEqualTo("people.password-length");
        assertThat(problem("x".repeat(129))).isEqualTo("people.password-length");
        assertThat(problem("my-name-is-Zhangsan")).isEqualTo("people.password-login");
        assertThat(problem("Password1234")).isEqualTo("people.password-common");
        assertThat(problem("ababababababab")).isEqualTo("people.password-common");
        assertThat(problem("小楼昨夜又东风故国不堪回首")).isEmpty();
        assertThat(problem(Passwords.issue())).isEmpty();
    }

    private static String problem(String password) {
        return Passwords.problem(password, "zhangsan").map(Refusal::code).orElse("");
    }

    private void choose(SignedIn who, String present, String wanted) {
        TestPeople.run(who.actor(), () -> signIn.choose(who, staff.login(), present, wanted));
    }

    private Optional<String> signIn(String login, String password) {
        return signIn.signIn(login, password, "test", "127.0.0.1");
    }

    private String token() {
        return signIn(staff.login(), TestPeople.PASSWORD).orElseThrow();
    }

    private Optional<SignedIn> resolve(String token) {
        return signIn.resolve(token);
    }

    private Optional<java.time.Instant> lockedUntil(String name) {
        return as(SignIn.SERVICE, () -> signIn.lockedUntil(name));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
