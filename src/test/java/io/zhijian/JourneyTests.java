package io.zhijian;

import static io.zhijian.base.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** Whole stories in a real browser, all of them in 示例省. */
@DemoTest
class JourneyTests {

    private static final String APP = "东禾河湖巡护";

    @LocalServerPort
    int port;

    @BeforeEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aFindingIsSeenRepairedByItsHostAndClosesAndTheLedgerShowsIt() {
        try (Browser browser = new Browser(port)) {
            Page supervisor = browser.signedIn(Device.DESKTOP, Person.SUPERVISOR.login(), Person.SUPERVISOR.password());
            expectFoundByName(supervisor, "巡河", "河长云");
            expectFoundByName(supervisor, "通讯录", "粤政易");
            String finding = openFinding(supervisor);
            assertThat(supervisor.locator("main").innerText())
                    .contains(APP, "疑似")
                    .doesNotContain("违规");

            Page clerk = browser.signedIn(Device.PHONE, Person.CLERK.login(), Person.CLERK.password());
            clerk.navigate(finding);
            clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(t("rules.mend")))
                    .click();
            writeNorm(clerk);
            handIn(clerk);

            supervisor.reload();
            assertThat(supervisor.locator("h1").innerText()).contains(t("rules.state.cured"));
            expectInLedger(browser);
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsDeskAndPhone() {
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                look(
                        browser,
                        device,
                        Person.CLERK,
                        List.of(
                                "/",
                                "/apps",
                                "/apps?q=" + APP,
                                "/findings",
                                "/rulebook",
                                "/rulebook/K23/8",
                                "/units",
                                "/account",
                                "/apps/new"));
                look(browser, device, Person.SUPERVISOR, List.of("/", "/findings", "/apps?q=巡河"));
                look(browser, device, Person.SYSTEM_ADMIN, List.of("/", "/units"));
                look(browser, device, Person.SECURITY_ADMIN, List.of("/", "/staff"));
                look(browser, device, Person.AUDITOR, List.of("/", "/ledger"));
            }
        }
    }

    @Test
    void theSameStoryReadsInEnglish() {
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signedIn(Device.DESKTOP, Person.CLERK.login(), Person.CLERK.password());
            clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            for (String path : List.of("/", "/apps", "/findings", "/rulebook", "/units", "/account")) {
                clerk.navigate(path);
                assertThat(clerk.locator("html").getAttribute("lang")).isEqualTo("en");
                // names of units, apps and people stay as they are; the shell and the labels are English
                assertThat(clerk.locator("header").innerText()).doesNotContain("退出");
                assertThat(clerk.locator("h1").innerText()).doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    /** Makes the pictures of the README. */
    @Test
    void thePicturesOfTheReadmeAreTakenHere() throws IOException {
        try (Browser browser = new Browser(port)) {
            Page phone = browser.signedIn(Device.PHONE, Person.CLERK.login(), Person.CLERK.password());
            phone.navigate("/");
            Browser.picture(phone, "work-phone");
            Page desk = browser.signedIn(Device.DESKTOP, Person.SUPERVISOR.login(), Person.SUPERVISOR.password());
            openApp(desk, "甲示办公助手");
            Browser.picture(desk, "app-desktop");
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(Path.of("docs/screenshots"));
            for (String name : List.of("work-phone.png", "app-desktop.png")) {
                Files.copy(
                        Path.of("target/screenshots", name),
                        Path.of("docs/screenshots", name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(Path.of("docs/screenshots/work-phone.png")).exists();
        assertThat(Path.of("docs/screenshots/app-desktop.png")).exists();
    }

    private static void expectFoundByName(Page page, String words, String name) {
        page.navigate("/apps");
        page.locator("#q").fill(words);
        page.locator("#q").press("Enter");
        assertThat(page.locator("main").innerText()).contains(name, t("registry.published-mark"));
    }

    private static void openApp(Page page, String name) {
        page.navigate("/apps?q=" + name);
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Opens the finding that there is no usage norm; returns its address. */
    private static String openFinding(Page supervisor) {
        openApp(supervisor, APP);
        supervisor.locator("#findings").getByText("使用规范").first().click();
        return supervisor.url();
    }

    private static void writeNorm(Page clerk) {
        assertThat(clerk.url()).contains("/edit/norm");
        clerk.locator("input[name='norm.exists'][value=YES]").check();
        clerk.locator("textarea[name='norm.versions.0.targetUsers']").fill("镇村两级河湖管护人员");
        clerk.locator("textarea[name='norm.versions.0.scenes']").fill("日常巡护发现问题时上报");
        clerk.locator("textarea[name='norm.versions.0.requirements']").fill("自愿使用，不考核登录次数");
        clerk.locator("button[value='go:review']").click();
    }

    private static void handIn(Page clerk) {
        assertThat(clerk.locator("main").innerText()).contains(t("registry.preview.closes"), "镇村两级河湖管护人员");
        clerk.locator("#reason").fill("补充使用规范");
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(t("registry.edit.hand-in")))
                .click();
        assertThat(clerk.url()).doesNotContain("/edit/");
    }

    private static void expectInLedger(Browser browser) {
        Page auditor = browser.signedIn(Device.DESKTOP, Person.AUDITOR.login(), Person.AUDITOR.password());
        auditor.navigate("/ledger");
        assertThat(auditor.locator("main").innerText())
                .contains(t("ledger.action.app.revised"), t("ledger.action.finding.cured-by-facts"), "陈经办");
    }

    private static void look(Browser browser, Device device, Person person, List<String> paths) {
        Page page = browser.signedIn(device, person.login(), person.password());
        for (String path : paths) {
            page.navigate(path);
            check(page, device, person, path);
        }
        page.context().close();
    }

    private static void check(Page page, Device device, Person person, String path) {
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, device + "-" + person + path.replaceAll("[^a-zA-Z0-9]+", "-"));
    }
}
