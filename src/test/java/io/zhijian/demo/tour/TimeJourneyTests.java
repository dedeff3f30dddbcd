package io.zhijian.demo.tour;

import static io.zhijian.base.Texts.t;
import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest.Person;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.MoveOrder;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.life.Stage;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.TestPropertySource;

/** Stories that time tells by itself: an account falls silent, a group comes to its end; in the tour's own context. */
@ZhijianTest
@TestPropertySource(properties = {"zhijian.demo=true", "zhijian.jobs=false"})
class TimeJourneyTests {

    private static final Actor KEEPER = Actor.service("story", Role.CLERK);
    private static final String SILENT = "东禾节水宣传";
    private static final String GROUP = "抗旱调水临时群";

    @LocalServerPort
    int port;

    @Autowired
    Forward forward;

    @Autowired
    Register register;

    @Autowired
    SubjectFacts facts;

    @Autowired
    Units units;

    @BeforeEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void anAccountThatFallsSilentIsFoundExplainedAndMergedIntoTheMainOne() {
        Subject silent = silentFor(80);
        forward.tenWorkingDays();
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signedIn(Device.DESKTOP, Person.CLERK.login(), Person.CLERK.password());
            clerk.navigate(silent.href());
            clerk.locator("#findings").getByText("账号疑似长期未更新").click();
            String finding = clerk.url();
            explains(clerk);
            clerk.navigate(silent.href());
            clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(t("account.move.merge")))
                    .click();
            merge(clerk);
            assertThat(clerk.locator("h1").innerText()).contains(t("account.stage.merged"));
            assertThat(clerk.locator(".zj-timeline").innerText()).contains(t("account.move.merge"), "与主账号重复");
            clerk.navigate(finding);
            assertThat(clerk.locator("h1").innerText()).contains(t("rules.state.cured"));
        }
    }

    /** Rule, day count, article and what to do. */
    private static void explains(Page clerk) {
        assertThat(clerk.locator("main").innerText())
                .contains(t("account.fact.daysSilent"), "若干意见", "7", "合并、注销")
                .containsPattern("\\b9\\d\\b")
                .doesNotContain("违规");
        looks(clerk, "silent-account", Device.DESKTOP);
    }

    private static void merge(Page clerk) {
        assertThat(clerk.locator("main").innerText()).contains(t("registry.serves"), "3,210");
        clerk.locator("label", new Page.LocatorOptions().setHasText("东禾水利"))
                .first()
                .click();
        clerk.locator("#notice").fill("2026-01-05");
        clerk.locator("#reason").fill("与主账号重复");
        looks(clerk, "merge-account", Device.DESKTOP);
        clerk.locator("main .card .btn-primary").click();
    }

    @Test
    void aTemporaryGroupEndsByItselfAndIsDissolvedWithOneTap() {
        try (Browser browser = new Browser(port)) {
            enter(browser.signedIn(Device.PHONE, Person.CLERK.login(), Person.CLERK.password()));
        }
        forward.tenWorkingDays();
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signedIn(Device.PHONE, Person.CLERK.login(), Person.CLERK.password());
            clerk.navigate("/inbox?box=current");
            clerk.locator("main a", new Page.LocatorOptions().setHasText("临时群组到期"))
                    .first()
                    .click();
            assertThat(clerk.url()).contains("/groups?stage=ENDING");
            looks(clerk, "groups-ending", Device.PHONE);
            clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(GROUP))
                    .click();
            looks(clerk, "group-ending", Device.PHONE);
            clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(t("group.move.dissolve")))
                    .click();
            assertThat(clerk.locator("h1").innerText()).contains(t("group.stage.dissolved"));
        }
    }

    private void enter(Page clerk) {
        clerk.navigate("/groups/new");
        clerk.locator("[name=name]").fill(GROUP);
        clerk.locator("[name=purpose]").fill("抗旱期间调水联络");
        clerk.locator("[name=term][value=UNTIL]").check();
        clerk.locator("[name=endsOn]").fill(facts.today().plusDays(2).toString());
        looks(clerk, "group-new", Device.PHONE);
        clerk.locator("button[value='go:review']").first().click();
        clerk.locator("form[action$='/review'] .btn-primary").click();
        assertThat(clerk.locator("h1").innerText()).contains(GROUP, t("group.stage.online"));
    }

    private Subject silentFor(int days) {
        Unit host = as(KEEPER, () -> units.search("东禾县水利局", 1)).getFirst();
        Map<String, String> typed = Map.of(
                "name",
                SILENT,
                "platform",
                "DOUYIN",
                "purpose",
                "宣传节约用水",
                "followers",
                "3210",
                "lastPost",
                facts.today().minusDays(days).toString(),
                "host",
                host.id().toString());
        return as(KEEPER, () -> {
            Subject account = register.enter(
                    Ids.next(),
                    SubjectKind.ACCOUNT.shape().read(new Typed(typed)).entry(),
                    "首次登记");
            return register.move(account.id(), AccountMove.RECORD, MoveOrder.of(Stage.PLANNED, ""));
        });
    }

    private static void looks(Page page, String name, Device device) {
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, "story-" + name + "-" + device);
    }
}
