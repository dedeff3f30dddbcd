package io.zhijian.rules.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.TestDatabase;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Role;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.rules.Findings;
import io.zhijian.rules.Judged;
import io.zhijian.rules.SampleLinks;
import io.zhijian.rules.SampleRulebook;
import io.zhijian.rules.SampleSource;
import io.zhijian.rules.TestFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of findings and of the rulebook, as a supervisor and a clerk see them. */
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class FindingPagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Findings findings;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private Staff supervisor;
    private Staff clerk;

    @BeforeEach
    void somethingIsFoundInTheExampleProvince() {
        TestPeople people = new TestPeople(context);
        Unit unit = people.province();
        supervisor = people.staff(unit, Role.SUPERVISOR);
        clerk = people.staff(unit, Role.CLERK);
        Judged noNorm = SampleSource.put(unit.jurisdiction(), "示例巡河通", TestFacts.exemplaryBut("usageNorm", false));
        Judged visible = SampleSource.put(unit.jurisdiction(), "示例网格员之家", TestFacts.exemplaryBut("checkIn", true));
        TestPeople.run(
                people.actor(clerk),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    findings.judge(noNorm);
                    findings.judge(visible);
                }));
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aSupervisorReadsWhyAndDecidesWithAReason(Device device) {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(device, supervisor.login(), TestPeople.PASSWORD);
            page.navigate("/findings");
            assertThat(page.locator(".zj-list")).containsText("示例巡河通");
            looks(page, "findings", device);

            page.locator(".zj-list a", new Page.LocatorOptions().setHasText("强制功能疑似向用户开放"))
                    .click();
            assertThat(page.locator("main")).containsText("打卡签到对用户可见：是");
            assertThat(page.locator("main")).containsText("第 6 条");
            looks(page, "finding", device);

            exempt(page, "   ", "示例省应急预案");
            assertThat(page.locator("[role=alert]")).containsText("请写明理由");
            assertThat(page.locator("#basis-exempt")).hasValue("示例省应急预案");
            looks(page, "finding-refused", device);

            exempt(page, "应急值守需要", "示例省应急预案");
            assertThat(page.locator("h1")).containsText("已豁免");
            assertThat(page.locator(".zj-timeline")).containsText("应急值守需要");
            looks(page, "finding-exempted", device);
        }
    }

    @Test
    void aClerkIsShownWhereToMendAndDecidesNothing() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Device.PHONE, clerk.login(), TestPeople.PASSWORD);
            page.navigate("/findings?q=巡河");
            page.locator(".zj-list a").first().click();
            assertThat(page.locator(".zj-acts a")).hasText("去改登记信息");
            assertThat(page.locator(".zj-acts a").getAttribute("href")).endsWith("/edit#usageNorm");
            assertThat(page.locator("form[action*=findings]").count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void theRulebookShowsWhatEachArticleAsksAndWhatChecksIt(Device device) {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(device, supervisor.login(), TestPeople.PASSWORD);
            page.navigate("/rulebook");
            assertThat(page.locator("main")).containsText("要点（非原文）");
            assertThat(page.locator("main")).containsText("本条不作概括");
            looks(page, "rulebook", device);
            page.navigate("/rulebook/K23/6");
            assertThat(page.locator("main")).containsText("1 条待处理");
            looks(page, "article", device);
            page.navigate("/rulebook/rules/host.below-county");
            assertThat(page.locator("main")).containsText("核对前不启用");
            page.navigate("/rulebook/rules/function.visible");
            page.locator("summary", new Page.LocatorOptions().setHasText("规则写法"))
                    .click();
            looks(page, "rule", device);
        }
    }

    @Test
    void theSamePagesReadInEnglish() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Device.DESKTOP, supervisor.login(), TestPeople.PASSWORD);
            page.locator("button[value=en]").click();
            for (String path :
                    new String[] {"/findings", "/rulebook", "/rulebook/K23/8", "/rulebook/rules/usage.no-norm"}) {
                page.navigate(path);
                assertThat(page.locator("html")).hasAttribute("lang", "en");
                assertThat(page.locator("main").innerText()).doesNotContain("rules.");
            }
        }
    }

    @Test
    void whatDoesNotExistOrIsNotInReachIsNotFound() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Device.DESKTOP, supervisor.login(), TestPeople.PASSWORD);
            for (String path : new String[] {
                "/findings/00000000-0000-7000-8000-000000000000",
                "/rulebook/K99/1",
                "/rulebook/K23/17",
                "/rulebook/rules/no.such"
            }) {
                assertThat(page.navigate(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    private static void exempt(Page page, String reason, String basis) {
        Locator form = page.locator("form[action$=exempt]");
        if (!form.isVisible()) {
            page.locator("summary", new Page.LocatorOptions().setHasText("豁免")).click();
        }
        form.locator("[name=reason]").fill(reason);
        form.locator("[name=basis]").fill(basis);
        form.locator("[name=until]").fill(LocalDate.now().plusDays(30).toString());
        form.locator("button[type=submit]").click();
    }

    private static void looks(Page page, String name, Device device) {
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, "rules-" + name + "-" + device.name().toLowerCase(java.util.Locale.ROOT));
    }
}
