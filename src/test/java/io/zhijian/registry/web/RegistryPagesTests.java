package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import io.zhijian.registry.app.AppStep;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Step;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** The register's pages in a browser, on a desk and on a phone. */
@DemoTest
class RegistryPagesTests {

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

    @ParameterizedTest
    @EnumSource(Device.class)
    void everyStepOfAnEntryLooksRightAndIsAccessible(Device device) {
        try (Browser browser = new Browser(port)) {
            Page page = clerk(browser, device);
            openApp(page, "东禾供水服务");
            looks(page, "app", device);
            String app = page.url();
            for (Step step : AppStep.values()) {
                page.navigate(app + "/edit/" + step.path());
                looks(page, "edit-" + step.path(), device);
            }
            page.navigate(app + "/history");
            looks(page, "history", device);
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aClerkEntersAnAppStepByStepAndSeesItInTheList(Device device) {
        String name = "新登记应用" + device;
        try (Browser browser = new Browser(port)) {
            Page page = clerk(browser, device);
            page.navigate("/apps/new");
            next(page);
            assertThat(page.locator("#problems").innerText()).contains(t("registry.problem.required"));
            looks(page, "new-problems", device);
            page.locator("[name=name]").fill(name);
            page.locator("[name=form][value=MINI_PROGRAM]").check();
            next(page);
            assertThat(page.locator("[name=host]:checked").count()).isEqualTo(1);
            page.locator("#f-users-0-find").fill("青禾");
            page.locator("button[value='find:users[]']").click();
            page.locator("#f-users-0-units input").first().check();
            next(page);
            page.locator("[name='functions.0.name']").fill("通知公告");
            page.locator("button[value='add:functions']").click();
            page.locator("[name='functions.1.name']").fill("会议报名");
            assertThat(page.locator("[name='checkIn.basis']").isVisible()).isFalse();
            page.locator("[name='checkIn.present'][value=YES]").check();
            assertThat(page.locator("[name='checkIn.basis']").isVisible()).isTrue();
            page.locator("button[value='go:review']").first().click();
            assertThat(page.locator("main").innerText()).contains(name, "通知公告", "会议报名", "青禾");
            looks(page, "review", device);
            page.locator("#reason").fill("首次登记");
            page.locator("form[action$=review] .btn-primary").click();
            looks(page, "entered", device);
            page.navigate("/apps?q=会议报名 " + name);
            assertThat(page.locator(".zj-name").allInnerTexts()).containsExactly(name);
            looks(page, "list", device);
        }
    }

    @Test
    void whatIsTypedIsSavedAsTypedAndComesBackAfterTheBrowserIsClosed() {
        try (Browser browser = new Browser(port)) {
            Page page = clerk(browser, Device.DESKTOP);
            openApp(page, "东禾供水服务");
            page.navigate(page.url() + "/edit/identity");
            page.locator("[name=summary]").fill("自动保存");
            page.locator("[name=summary]").blur();
            page.waitForCondition(() -> !page.locator("#saved").innerText().isBlank());
            String here = page.url();
            page.context().close();
            Page again = clerk(browser, Device.PHONE);
            again.navigate(here);
            assertThat(again.locator("[name=summary]").inputValue()).isEqualTo("自动保存");
            again.navigate("/");
            assertThat(again.locator("main").innerText()).contains(t("registry.work.draft", "东禾供水服务"));
            again.navigate(here);
            again.locator(".zj-discard").click();
            looks(again, "discard", Device.PHONE);
            again.locator(".btn-danger").click();
            again.navigate(here);
            assertThat(again.locator("[name=summary]").inputValue()).isEmpty();
        }
    }

    /** SQL, HTML, right-to-left and over-long text in every field of free text: kept as words, or told beside the field. */
    @Test
    void hostileTextIsShownAsTextOrRefusedInWords() {
        String hostile = "<b id=planted>'; drop table registry.subject --</b> نص";
        try (Browser browser = new Browser(port)) {
            Page page = clerk(browser, Device.DESKTOP);
            page.navigate("/apps/new");
            page.locator("[name=name]").fill("文字试验");
            next(page);
            String base = page.url().substring(0, page.url().lastIndexOf('/') + 1);
            for (Step step : AppStep.values()) {
                page.navigate(base + step.path());
                page.locator("[value=YES][name$='.present']").all().forEach(yes -> yes.check());
                for (Field field : step.fields()) {
                    if (field.kind() == Kind.LINE || field.kind() == Kind.TEXT) {
                        String fitting = hostile.length() <= field.max() ? hostile : hostile.substring(0, field.max());
                        page.locator("[name='" + field.key() + "']").fill(fitting);
                    }
                }
                next(page);
            }
            assertThat(page.url()).endsWith("/review");
            assertThat(page.locator("#planted").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("drop table");
            page.locator("form[action$=review] .btn-primary").click();
            assertThat(page.locator("#planted").count()).isZero();
            assertThat(page.locator("h1").innerText()).contains("<b id=planted>");
            refusesInWords(page);
        }
    }

    private static void refusesInWords(Page page) {
        page.navigate(page.url() + "/edit/identity");
        page.locator("[name=summary]").evaluate("field => field.removeAttribute('maxlength')");
        page.locator("[name=summary]").fill("长".repeat(501) + "\u202E");
        next(page);
        assertThat(page.locator("#f-summary").innerText())
                .contains(t("registry.problem.bidi"), t("registry.problem.too-long", 500, 502));
        assertThat(page.locator("[name=summary]").inputValue()).hasSize(502);
    }

    @Test
    void twoClerksAtOnceBothKeepTheirChanges() {
        try (Browser browser = new Browser(port)) {
            Page first = clerk(browser, Device.DESKTOP);
            openApp(first, "东禾汛情速报");
            String app = first.url();
            first.navigate(app + "/edit/identity");
            first.locator("[name=summary]").fill("甲写的简介");
            next(first);
            changeFunctionsElsewhere(browser, app);
            first.navigate(app + "/edit/review");
            assertThat(first.locator("main").innerText()).contains(t("registry.behind.title"));
            looks(first, "behind", Device.DESKTOP);
            first.locator("form[action$=catch-up] button").click();
            first.locator("form[action$='/review'] .btn-primary").click();
            assertThat(first.locator("main").innerText()).contains("甲写的简介", "乙写的功能");
            first.navigate(app + "/history");
            assertThat(first.locator("main").innerText()).contains("甲写的简介", "乙写的功能");
            looks(first, "history-changed", Device.DESKTOP);
        }
    }

    /** The county's clerk reaches the county's own units too. */
    private static void changeFunctionsElsewhere(Browser browser, String app) {
        Page other = browser.signedIn(
                Device.DESKTOP,
                "tang.jingban",
                new io.zhijian.database.Secrets(io.zhijian.TestDatabase.DATA).get("demo-tang.jingban"));
        other.navigate(app + "/edit/functions");
        other.locator("button[value='add:functions']").click();
        other.locator("[name='functions.2.name']").fill("乙写的功能");
        other.locator("button[value='go:review']").first().click();
        other.locator("form[action$='/review'] .btn-primary").click();
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aSupervisorSetsTheTrueStageWithAReason(Device device) {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(device, Person.SUPERVISOR.login(), Person.SUPERVISOR.password());
            openApp(page, "乙例医护排班");
            page.navigate(page.url() + "/stage");
            page.locator("textarea").evaluate("field => field.removeAttribute('required')");
            String to = device == Device.DESKTOP ? "ACCEPTED" : "FILED";
            page.locator("[name=to][value=" + to + "]").check();
            page.locator("main .btn-primary").click();
            assertThat(page.locator("[role=alert]").innerText()).contains(t("registry.problem.reason-missing"));
            looks(page, "stage", device);
            assertThat(page.locator("[name=to][value=" + to + "]").isChecked()).isTrue();
            page.locator("#reason").fill("材料齐全");
            page.locator("main .btn-primary").click();
            assertThat(page.locator(".zj-timeline").innerText()).contains("材料齐全");
        }
    }

    @Test
    void aPublishedAppSaysWhereItComesFromAndOffersNothingToDo() {
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                Page page = browser.signedIn(device, Person.SUPERVISOR.login(), Person.SUPERVISOR.password());
                page.navigate("/apps?q=河长云&provenance=PUBLISHED");
                page.locator(".zj-name").first().click();
                assertThat(page.locator("main").innerText())
                        .contains(t("registry.published-mark"), t("registry.published-note"))
                        .doesNotContain(t("registry.set-stage"), t("registry.completeness"), "疑似");
                looks(page, "published", device);
            }
        }
    }

    private static Page clerk(Browser browser, Device device) {
        return browser.signedIn(device, Person.CLERK.login(), Person.CLERK.password());
    }

    private static void next(Page page) {
        page.locator("button[value=next]").click();
    }

    private static void openApp(Page page, String name) {
        page.navigate("/apps?provenance=OWN&q=" + name);
        page.locator(".zj-name").first().click();
    }

    private static void looks(Page page, String name, Device device) {
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, "registry-" + name + "-" + device);
    }
}
