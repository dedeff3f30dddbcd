package io.zhijian.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Role;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages on units and people as the three administrators and an ordinary person use them. */
@ZhijianTest
class PeoplePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private TestPeople people;
    private Unit unit;

    @BeforeEach
    void aProvinceWithTwoCities() {
        people = new TestPeople(context);
        unit = people.province();
        people.unit(unit, UnitLevel.CITY);
        people.unit(people.unit(unit, UnitLevel.CITY), UnitLevel.COUNTY);
    }

    @Test
    void fromANewUnitToTheFirstWorkPageOfItsClerk() {
        Staff system = people.staff(unit, Role.SYSTEM_ADMIN);
        Staff security = people.staff(unit, Role.SECURITY_ADMIN);
        try (Browser browser = new Browser(port)) {
            Page keeper = signedIn(browser, system);
            keeper.navigate("/units/" + unit.id() + "/new");
            addUnit(keeper);
            String login = "newcomer" + System.nanoTime();
            String issued = openAccount(keeper, login);
            String address = keeper.url();

            Page guard = signedIn(browser, security);
            assertThat(guard.locator("main").textContent()).contains("待分配角色的账户");
            guard.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("待分配角色的账户"))
                    .click();
            guard.locator("main a", new Page.LocatorOptions().setHasText("新来的人"))
                    .first()
                    .click();
            grant(guard, "CLERK");
            assertThat(guard.locator("main").textContent()).contains("新任经办", "示例新单位");
            grant(guard, "SYSTEM_ADMIN");
            assertThat(guard.locator("[role=alert]").textContent()).contains("不得兼任业务角色");

            Page clerk = browser.visitor(Device.PHONE);
            clerk.navigate("/sign-in");
            fill(clerk, "login", login, "password", issued);
            submit(clerk);
            clerk.navigate("/units");
            assertThat(clerk.url()).endsWith("/account/password");
            Browser.expectAccessible(clerk);
            Browser.picture(clerk, "password-phone");
            fill(clerk, "present", issued, "wanted", "a-phrase-of-my-own", "again", "a-phrase-of-my-own");
            submit(clerk);
            assertThat(clerk.url()).endsWith(":" + port + "/");
            assertThat(clerk.locator("main").textContent()).contains("目前没有等待您处理的事项");
            assertThat(address).isNotEmpty();
        }
    }

    private static void addUnit(Page keeper) {
        fill(keeper, "name", "示例新单位", "creditCode", "119900000000000000", "reason", "机构改革");
        submit(keeper);
        assertThat(keeper.locator("[role=alert]").textContent()).contains("校验位不符");
        assertThat(keeper.locator("#name").inputValue()).isEqualTo("示例新单位");
        Browser.expectAccessible(keeper);
        fill(keeper, "creditCode", "", "line", "教育");
        keeper.locator("#level").selectOption("COUNTY");
        submit(keeper);
        assertThat(keeper.locator("h1").textContent()).isEqualTo("示例新单位");
    }

    private static String openAccount(Page keeper, String login) {
        keeper.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("开设账户"))
                .click();
        fill(keeper, "name", "新来的人", "login", login, "reason", "新到任");
        submit(keeper);
        return keeper.locator(".zj-secret").textContent();
    }

    private static void grant(Page guard, String role) {
        guard.locator("#role").selectOption(role);
        guard.locator("#reason").fill("新任经办");
        guard.locator("form[action$='/roles'] button").click();
    }

    @Test
    void everyPageIsAccessibleAndFitsAPhone() {
        Staff system = people.staff(unit, Role.SYSTEM_ADMIN);
        Staff clerk = people.staff(unit, Role.CLERK);
        Staff security = people.staff(unit, Role.SECURITY_ADMIN);
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                Page visitor = browser.visitor(device);
                look(visitor, device, "/sign-in", "sign-in");
                Page keeper = browser.signedIn(device, system.login(), TestPeople.PASSWORD);
                look(keeper, device, "/units", "units");
                look(keeper, device, "/units?q=示例", "units-search");
                look(keeper, device, "/units/" + unit.id(), "unit");
                look(keeper, device, "/units/" + unit.id() + "/edit", "unit-form");
                look(keeper, device, "/units/" + unit.id() + "/staff/new", "staff-form");
                look(keeper, device, "/staff/" + clerk.id(), "staff-system");
                look(keeper, device, "/account", "account");
                Page guard = browser.signedIn(device, security.login(), TestPeople.PASSWORD);
                look(guard, device, "/", "work");
                look(guard, device, "/staff?without=role", "staff-list");
                look(guard, device, "/staff/" + clerk.id(), "staff-security");
            }
        }
    }

    private static void look(Page page, Device device, String path, String name) {
        page.navigate(path);
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, "people-" + name + "-" + device.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void aBranchOpensInPlaceAndTheLanguageAndTypeSizeStay() {
        Staff clerk = people.staff(unit, Role.CLERK);
        try (Browser browser = new Browser(port)) {
            Page page = signedIn(browser, clerk);
            page.navigate("/units/" + unit.id());
            page.locator("main details").nth(1).locator("summary").click();
            page.locator("main details details").first().waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(page.url()).endsWith("/units/" + unit.id());
            assertThat(page.locator("main").textContent())
                    .contains("Units under it")
                    .doesNotContain("下级单位");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Large type"))
                    .click();
            assertThat(page.locator("html").getAttribute("class")).isEqualTo("zj-large");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void aPersonEndsAnotherSessionAndSignsOut() {
        Staff clerk = people.staff(unit, Role.CLERK);
        try (Browser browser = new Browser(port)) {
            Page elsewhere = signedIn(browser, clerk);
            Page here = browser.signedIn(Device.PHONE, clerk.login(), TestPeople.PASSWORD);
            here.navigate("/account");
            here.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("退出该设备").setExact(true))
                    .click();
            assertThat(here.locator("[role=status]").textContent()).contains("已退出该设备");
            elsewhere.navigate("/account");
            assertThat(elsewhere.url()).contains("/sign-in");
            here.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("退出").setExact(true))
                    .click();
            assertThat(here.url()).contains("/sign-in");
            here.navigate("/");
            assertThat(here.url()).endsWith("/public");
            here.navigate("/account");
            assertThat(here.url()).contains("/sign-in");
        }
    }

    @Test
    void anAccountIsDisabledWithAReasonAndThatIsUndone() {
        Staff clerk = people.staff(unit, Role.CLERK);
        try (Browser browser = new Browser(port)) {
            Page page = signedIn(browser, people.staff(unit, Role.SYSTEM_ADMIN));
            page.navigate("/staff/" + clerk.id());
            page.locator("summary", new Page.LocatorOptions().setHasText("停用账户"))
                    .click();
            page.locator("#reason-disable").fill("退休");
            page.locator("form[action$='/disable'] button").click();
            assertThat(page.locator("[role=status]").textContent()).contains("此账户已停用");
            page.locator("form[action$='/enable'] button").click();
            assertThat(page.locator("[role=status]").count()).isZero();
        }
    }

    @Test
    void whatIsNotOnesOwnIsRefused() {
        Staff clerk = people.staff(unit, Role.CLERK);
        Unit other = people.province();
        Staff stranger = people.staff(other, Role.CLERK);
        try (Browser browser = new Browser(port)) {
            Page page = signedIn(browser, clerk);
            for (String path : List.of("/staff/" + clerk.id(), "/units/" + unit.id() + "/edit", "/staff")) {
                assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
            }
            Page keeper = signedIn(browser, people.staff(unit, Role.SYSTEM_ADMIN));
            assertThat(keeper.navigate("/staff/" + stranger.id()).status()).isEqualTo(404);
            assertThat(keeper.navigate("/units/" + other.id() + "/edit").status())
                    .isEqualTo(403);
            assertThat(keeper.navigate("/units/" + other.id() + "/staff/new").status())
                    .isEqualTo(403);
        }
    }

    private Page signedIn(Browser browser, Staff staff) {
        return browser.signedIn(Device.DESKTOP, staff.login(), TestPeople.PASSWORD);
    }

    private static void fill(Page page, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            page.locator("main [name=" + fields[i] + "]").fill(fields[i + 1]);
        }
    }

    private static void submit(Page page) {
        page.locator("main button[type=submit]").click();
    }
}
