package io.zhijian.registry;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.life.Stage;
import io.zhijian.registry.life.SubjectMove;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing the register: who may, what else is written with it, and what real apps are kept from. */
@ZhijianTest
class RegisterTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    Subjects apps;

    @Autowired
    @Qualifier("appFacts")
    FactSource facts;

    @Autowired
    SubjectFacts subjectFacts;

    @Autowired
    Findings findings;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Unit host;
    private Unit other;
    private Actor clerk;
    private Actor stranger;
    private Actor supervisor;

    @BeforeEach
    void aHostAndAnotherUnit() {
        TestPeople people = new TestPeople(context);
        Unit province = people.province();
        host = people.unit(province, UnitLevel.CITY);
        other = people.unit(province, UnitLevel.CITY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        stranger = people.actor(people.staff(other, Role.CLERK));
        supervisor = people.actor(people.staff(province, Role.SUPERVISOR));
    }

    @Test
    void entersAnAppWithItsVersionMoveAndLedgerEntry() {
        Subject app = enter(TestSubjects.bare("示例通", host));
        assertThat(as(clerk, () -> apps.get(app.id()))).isEqualTo(app);
        assertThat(app.stage()).isEqualTo(Stage.PLANNED);
        assertThat(app.level()).isEqualTo(UnitLevel.CITY);
        assertThat(as(clerk, () -> apps.versions(app.id()))).singleElement().satisfies(version -> {
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.reason()).isEqualTo("首次登记");
        });
        assertThat(as(clerk, () -> apps.moves(app.id())))
                .singleElement()
                .extracting(SubjectMove::to)
                .isEqualTo(Stage.PLANNED);
        assertThat(ledgerActions(app)).containsExactly("app.entered");
    }

    @Test
    void enteringTwiceUnderOneIdEntersOnce() {
        UUID id = Ids.next();
        as(clerk, () -> register.enter(id, TestSubjects.bare("甲", host), ""));
        assertThatThrownBy(() -> as(clerk, () -> register.enter(id, TestSubjects.bare("甲", host), "")))
                .isInstanceOf(Refusal.class)
                .hasMessage("registry.entered-already");
    }

    @Test
    void aFindingOpensCitesItsFactAndClosesWhenTheClerkMendsIt() {
        Subject app = online(TestSubjects.entry("某办公助手", host, Map.of("norm.exists", "NO")));
        assertThat(waiting(app)).contains("usage.no-norm");
        AppEntry mended = TestSubjects.with(
                (AppEntry) app.entry(),
                Map.of(
                        "norm.exists", "YES",
                        "norm.versions.0.targetUsers", "本局工作人员",
                        "norm.versions.0.scenes", "内部办公",
                        "norm.versions.0.requirements", "自愿使用"));
        as(clerk, () -> register.revise(app.id(), app.version(), mended, "补充使用规范"));
        assertThat(waiting(app)).doesNotContain("usage.no-norm");
        assertThat(ledgerActions(app)).contains("app.entered", "app.stage-set", "app.revised");
    }

    @Test
    void whatIsUnknownIsNoFinding() {
        assertThat(waiting(online(TestSubjects.bare("全未知", host)))).isEmpty();
    }

    @Test
    void everyEnabledRuleFindsSomethingInABadEntryAndNothingInAGoodOne() {
        Map<String, String> bad = Map.ofEntries(
                Map.entry("usersNamed", "NO"),
                Map.entry("ideology.assigned", "NO"),
                Map.entry("checkIn.present", "YES"),
                Map.entry("checkIn.ground", "NONE"),
                Map.entry("checkIn.visible", "YES"),
                Map.entry("norm.versions.0.withoutScenes", "true"),
                Map.entry("icp.number", "示ICP备12号"),
                Map.entry("hostShown", "NO"),
                Map.entry("complaintEntry.present", "YES"),
                Map.entry("complaintZone.present", "NO"));
        assertThat(waiting(online(TestSubjects.entry("样样缺", host, bad))))
                .contains(
                        "host.user-unit-missing",
                        "security.no-responsible-person",
                        "function.no-basis",
                        "function.visible",
                        "usage.norm-incomplete",
                        "filing.icp-malformed",
                        "display.host-and-number",
                        "complaint.no-zone");
    }

    @Test
    void refusesAnEntryThatWasChangedMeanwhile() {
        Subject app = enter(TestSubjects.bare("两人同改", host));
        as(
                clerk,
                () -> register.revise(
                        app.id(), 1, TestSubjects.with((AppEntry) app.entry(), Map.of("summary", "一")), ""));
        assertThatThrownBy(() -> as(
                        clerk,
                        () -> register.revise(
                                app.id(), 1, TestSubjects.with((AppEntry) app.entry(), Map.of("summary", "二")), "")))
                .hasMessage("registry.changed-meanwhile");
        assertThat(as(clerk, () -> apps.get(app.id())).entry())
                .extracting("summary")
                .isEqualTo("一");
    }

    @Test
    void aStrangerFindsNothingByIdBySearchOrBySql() {
        Subject app = enter(TestSubjects.bare("外人看不见", host));
        assertThat(as(stranger, () -> apps.find(app.id()))).isEmpty();
        assertThat(as(stranger, () -> apps.search(query("外人看不见"), 1)).rows()).isEmpty();
        assertThat(as(stranger, () -> apps.versions(app.id()))).isEmpty();
        assertThat(as(stranger, () -> apps.moves(app.id()))).isEmpty();
        assertThat(inTransaction(stranger, "update registry.subject set name = 'x'"))
                .isZero();
        assertThatThrownBy(() -> as(stranger, () -> register.revise(app.id(), 1, TestSubjects.bare("改名", other), "")))
                .hasMessage("registry.subject-unknown");
    }

    @Test
    void aUsingUnitReadsButDoesNotWrite() {
        Subject app = enter(
                TestSubjects.entry("共用", host, Map.of("users.0", other.id().toString())));
        assertThat(as(stranger, () -> apps.get(app.id())).name()).isEqualTo("共用");
        assertThat(as(stranger, () -> apps.versions(app.id()))).hasSize(1);
        assertThat(inTransaction(stranger, "update registry.subject set name = 'x' where id = '" + app.id() + "'"))
                .isZero();
        assertThatThrownBy(() -> as(stranger, () -> register.revise(app.id(), 1, app.entry(), "")))
                .hasMessage("access.out-of-reach");
    }

    @Test
    void nobodyEntersAnAppForAnotherUnit() {
        assertThatThrownBy(() -> as(stranger, () -> register.enter(Ids.next(), TestSubjects.bare("冒名", host), "")))
                .hasMessage("access.out-of-reach");
        assertThatThrownBy(() -> as(supervisor, () -> register.enter(Ids.next(), TestSubjects.bare("越权", host), "")))
                .hasMessage("access.out-of-reach");
        Subject app = enter(TestSubjects.bare("不可送人", host));
        assertThatThrownBy(() -> as(clerk, () -> register.revise(app.id(), 1, TestSubjects.bare("送人", other), "")))
                .hasMessage("access.out-of-reach");
    }

    @Test
    void onlyASupervisorSetsTheStageAndOnlyWithAReason() {
        Subject app = enter(TestSubjects.bare("旧应用", host));
        assertThatThrownBy(() -> as(clerk, () -> register.setStage(app.id(), Stage.PLANNED, Stage.ONLINE, "早已上线")))
                .hasMessage("access.out-of-reach");
        assertThatThrownBy(() -> as(supervisor, () -> register.setStage(app.id(), Stage.PLANNED, Stage.ONLINE, " ")))
                .hasMessage("registry.reason-missing");
        as(supervisor, () -> register.setStage(app.id(), Stage.PLANNED, Stage.ONLINE, "早已上线"));
        assertThatThrownBy(() -> as(supervisor, () -> register.setStage(app.id(), Stage.PLANNED, Stage.FILED, "看错")))
                .hasMessage("registry.stage-changed");
        assertThat(as(clerk, () -> apps.moves(app.id())).getFirst().reason()).isEqualTo("早已上线");
    }

    @Test
    void aPublishedAppIsReadByEverybodySignedInAndChangedByNobody() {
        Subject app = publish("某省公开通");
        assertThat(as(stranger, () -> apps.get(app.id())).hostName()).isEqualTo("某某市");
        assertThat(apps.find(app.id())).isEmpty();
        Actor chief = Actor.service("chief", Role.CLERK, Role.SUPERVISOR);
        assertThat(inTransaction(chief, "update registry.subject set name = 'x' where id = '" + app.id() + "'"))
                .isZero();
        assertThatThrownBy(() -> as(chief, () -> register.revise(app.id(), 1, TestSubjects.bare("改", host), "")))
                .hasMessage("registry.published");
        assertThatThrownBy(() -> as(chief, () -> register.setStage(app.id(), Stage.ONLINE, Stage.CLOSED, "试")))
                .hasMessage("registry.published");
    }

    @Test
    void aPublishedAppIsNeverJudged() {
        Subject app = publish("某省公开办");
        Actor everything = Actor.service("sweep", Role.CLERK, Role.SUPERVISOR);
        assertThat(as(everything, () -> facts.find(app.id()))).isEmpty();
        List<UUID> yielded = new ArrayList<>();
        TestPeople.run(
                everything,
                () -> facts.forEach(judged -> yielded.add(judged.subject().id())));
        assertThat(yielded).doesNotContain(app.id());
        assertThatThrownBy(() -> subjectFacts.judged(app)).hasMessage("registry.published");
    }

    /** Even by hand, a published entry cannot be given a unit, and so nothing that judging needs. */
    @Test
    void theDatabaseKeepsAPublishedAppFromEveryUnit() {
        Subject app = publish("某省公开通2");
        assertThatThrownBy(() -> inTransaction(
                        Actor.service("published-import"),
                        "update registry.subject set host_unit = '" + host.id() + "', unit_path = '/1/', region = '99',"
                                + " stage = 'ONLINE' where id = '" + app.id() + "'"))
                .hasStackTraceContaining("published_has_no_unit");
    }

    private Subject enter(AppEntry entry) {
        return as(clerk, () -> register.enter(Ids.next(), entry, "首次登记"));
    }

    private Subject online(AppEntry entry) {
        Subject app = enter(entry);
        return as(supervisor, () -> register.setStage(app.id(), Stage.PLANNED, Stage.ONLINE, "早已上线"));
    }

    private Subject publish(String name) {
        AppEntry entry = TestSubjects.with(TestSubjects.bare(name, host), Map.of("host", ""));
        return as(
                Actor.service("published-import"),
                () -> register.publish(Ids.next(), entry, "某某市", UnitLevel.CITY, "某地", "not_flagged"));
    }

    private List<String> waiting(Subject app) {
        return as(clerk, () -> findings.of(app.ref())).stream()
                .filter(finding -> finding.state().waits())
                .map(Finding::rule)
                .map(rule -> rule.id())
                .toList();
    }

    private List<String> ledgerActions(Subject app) {
        Actor auditor = Actor.service("auditor", Role.AUDITOR);
        return as(
                auditor,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db
                                .sql("select action from ledger.entry where subject_id = :id order by at")
                                .param("id", app.id())
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(action -> action.startsWith("app."))
                                .toList()));
    }

    private int inTransaction(Actor actor, String sql) {
        Integer rows = as(
                actor,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql(sql).update()));
        return rows == null ? 0 : rows;
    }

    private static SubjectQuery query(String text) {
        return SubjectQuery.all(SubjectKind.APP).matching(text);
    }
}
