package io.zhijian.people.setup;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.TestPeople;
import io.zhijian.people.UnitLevel;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The first minutes, in a database of their own: one story told in order, since it can happen once only. */
@ZhijianTest
@TestPropertySource(properties = "zhijian.sign-in.idle=29m")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorsTests {

    private static final String REASON = "系统初始化";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrators first;

    @Autowired
    SetupKey key;

    @Test
    @Order(1)
    void aNewInstallationHasNobodyAndSaysSo() {
        assertThat(needed()).isTrue();
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Browser.Device.DESKTOP);
            page.navigate("/sign-in");
            assertThat(page.locator("[role=status]").textContent()).contains("尚未初始化");
            assertThat(page.navigate("/setup").status()).isEqualTo(404);
        }
    }

    @Test
    @Order(2)
    void takesThreeDifferentPersonsWithSoundPasswordsOnly() {
        assertRefused("people.setup-three", List.of(person(Role.SYSTEM_ADMIN, "first", "a-long-enough-phrase")));
        assertRefused(
                "people.setup-three",
                List.of(
                        person(Role.SYSTEM_ADMIN, "first", "a-long-enough-phrase"),
                        person(Role.SYSTEM_ADMIN, "second", "a-long-enough-phrase"),
                        person(Role.AUDIT_ADMIN, "third", "a-long-enough-phrase")));
        assertRefused("people.login-taken", three("same", "same", "third", "a-long-enough-phrase"));
        assertRefused("people.password-length", three("first", "second", "third", "short"));
        assertThat(needed()).isTrue();
    }

    @Test
    @Order(3)
    void thePageWithTheTokenSetsUpOnceAndIsGone() {
        key.open("the-token");
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Browser.Device.DESKTOP);
            page.navigate("/setup?token=the-token");
            Browser.expectAccessible(page);
            Browser.picture(page, "people-setup-desktop");
            fill(page, "name", "示例省网信办", "region", "99");
            for (Role role : FirstAdministrators.THREE) {
                String login = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                fill(page, role + ".name", "某管理员", role + ".login", login, role + ".password", "a-long-enough-phrase");
            }
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("[role=alert]").textContent()).contains("12 位数字");
            assertThat(page.locator("[name='SYSTEM_ADMIN.login']").inputValue()).isEqualTo("system-admin");
            fill(page, "region", "990000000000");
            for (Role role : FirstAdministrators.THREE) {
                fill(page, role + ".password", "a-long-enough-phrase");
            }
            page.locator("main button[type=submit]").click();
            assertThat(page.url()).endsWith("/sign-in");
            assertThat(page.navigate("/setup?token=the-token").status()).isEqualTo(404);
        }
        try (Browser browser = new Browser(port)) {
            Page admin = browser.signedIn(Browser.Device.DESKTOP, "security-admin", "a-long-enough-phrase");
            assertThat(admin.url()).doesNotContain("password");
        }
    }

    @Test
    @Order(4)
    void afterwardsNothingMoreComesOfIt() {
        assertThat(needed()).isFalse();
        assertRefused("people.setup-done", three("fourth", "fifth", "sixth", "a-long-enough-phrase"));
    }

    private boolean needed() {
        return as(FirstAdministrators.service(), first::needed);
    }

    private void assertRefused(String code, List<FirstAdministrators.Person> persons) {
        var root = TestPeople.facts("示例省网信办", UnitLevel.PROVINCE, TestPeople.REGION);
        assertThatThrownBy(() -> ScopedValue.where(Actor.CURRENT, FirstAdministrators.service())
                        .run(() -> first.create(root, persons, REASON)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<FirstAdministrators.Person> three(String one, String two, String three, String password) {
        return List.of(
                person(Role.SYSTEM_ADMIN, one, password),
                person(Role.SECURITY_ADMIN, two, password),
                person(Role.AUDIT_ADMIN, three, password));
    }

    private static FirstAdministrators.Person person(Role role, String login, String password) {
        return new FirstAdministrators.Person(role, new StaffFacts("某管理员", login, null), password);
    }

    private static void fill(Page page, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("main [name='" + fields[i] + "']").fill(fields[i + 1]);
        }
    }
}
