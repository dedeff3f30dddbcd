package io.zhijian.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.Ledger;
import io.zhijian.ledger.LedgerFixture;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An auditor finds what was decided within reach, and takes a proof along. */
@ZhijianTest
class LedgerPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    PlatformTransactionManager transactions;

    TestPeople people;
    Unit city;
    Staff auditor;

    @BeforeEach
    void aCityWithItsAuditorAndTwoDecisions() {
        people = new TestPeople(context);
        Unit province = people.province();
        city = people.unit(province, UnitLevel.CITY);
        Unit other = people.unit(province, UnitLevel.CITY);
        auditor = people.staff(city, Role.AUDITOR);
        decide(city, "=1+1 为减轻基层负担", "示例巡河通");
        decide(other, "另一单位的理由", "示例通讯录");
    }

    @Test
    void findsOpensAndProvesAnEntry() throws IOException {
        LedgerFixture.seal(context);
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Browser.Device.DESKTOP, auditor.login(), TestPeople.PASSWORD);
            page.locator("nav a[href='/ledger']").click();
            Browser.expectAccessible(page);
            Browser.picture(page, "ledger-desktop");
            page.fill("#reason", "减轻基层");
            page.locator("main form[role=search] button[type=submit]").click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.content()).contains("示例巡河通").doesNotContain("示例通讯录");
            page.locator("tbody a").click();
            Browser.expectAccessible(page);
            Browser.picture(page, "ledger-entry-desktop");
            Download proof =
                    page.waitForDownload(() -> page.locator("a[href$='proof']").click());
            assertThat(LedgerFixture.holds(proof.createReadStream().readAllBytes()))
                    .isTrue();
        }
    }

    @Test
    void verifiesAndExportsAndBothAreRecorded() throws IOException {
        LedgerFixture.seal(context);
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Browser.Device.DESKTOP, auditor.login(), TestPeople.PASSWORD);
            page.navigate("/ledger");
            Download csv = page.waitForDownload(
                    () -> page.locator("a[href^='/ledger/export']").click());
            assertThat(new String(csv.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("\uFEFF\"封存序号\"")
                    .contains("\"'=1+1 为减轻基层负担\"")
                    .doesNotContain("另一单位的理由");
            page.locator("form[action='/ledger/verify'] button").click();
            assertThat(page.locator("main").innerText()).contains("台账完整");
            Browser.expectAccessible(page);
            page.navigate("/ledger");
            assertThat(page.locator("tbody").innerText()).contains("导出台账", "验证台账");
        }
    }

    @Test
    void fitsAPhoneAndSurvivesOddQuestions() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Browser.Device.PHONE, auditor.login(), TestPeople.PASSWORD);
            page.navigate("/ledger");
            Browser.expectNoSidewaysScroll(page);
            Browser.expectAccessible(page);
            Browser.picture(page, "ledger-phone");
            for (String odd : new String[] {
                "from=yesterday", "page=-7", "page=99999999", "reason=%25%27%22%3Cscript%3E", "subject=not-an-id"
            }) {
                assertThat(page.navigate("/ledger?" + odd).status()).as(odd).isEqualTo(200);
            }
            assertThat(page.navigate("/ledger/" + java.util.UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aClerkDoesNotComeIn() {
        Staff clerk = people.staff(city, Role.CLERK);
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(Browser.Device.DESKTOP, clerk.login(), TestPeople.PASSWORD);
            assertThat(page.locator("nav a[href='/ledger']").count()).isZero();
            assertThat(page.navigate("/ledger").status()).isEqualTo(403);
            assertThat(page.navigate("/ledger/export").status()).isEqualTo(403);
        }
    }

    private void decide(Unit unit, String reason, String name) {
        Staff clerk = people.staff(unit, Role.CLERK);
        TestPeople.run(
                people.actor(clerk),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> ledger.write(
                                "unit.changed",
                                new SubjectRef("unit", unit.id()),
                                unit.jurisdiction(),
                                reason,
                                Map.of("name", name))));
    }
}
