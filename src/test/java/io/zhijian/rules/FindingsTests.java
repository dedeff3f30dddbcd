package io.zhijian.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.TestDatabase;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.rules.Finding.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A finding's life, and who may do what with it. */
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class FindingsTests {

    private static final Jurisdiction HERE = new Jurisdiction(Ids.next(), "/1/2/", "990101000000", "health");

    private static final Actor CLERK = staff("某经办", Role.CLERK, Scope.Axis.UNIT, "/1/2/");
    private static final Actor SUPERVISOR = staff("某监管", Role.SUPERVISOR, Scope.Axis.REGION, "990100000000");
    private static final Actor ELSEWHERE = staff("别处监管", Role.SUPERVISOR, Scope.Axis.REGION, "990200000000");
    private static final Actor AUDITOR = staff("某审计", Role.AUDITOR, Scope.Axis.UNIT, "/1/");

    private static final LocalDate SOON = LocalDate.now().plusDays(30);

    @Autowired
    Findings findings;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void opensWhatIsFoundCuresWhatIsMendedAndReopensWhatComesBack() {
        Judged app = judge(sample(TestFacts.exemplaryBut("usageNorm", false)));
        Finding found = only(app);
        assertThat(found.state()).isEqualTo(State.OPEN);
        assertThat(found.rule().id()).isEqualTo("usage.no-norm");
        assertThat(found.facts()).containsEntry("stage", "online").containsEntry("usageNorm", false);

        judge(SampleSource.changed(app, TestFacts.exemplary()));
        assertThat(only(app).state()).isEqualTo(State.CURED);
        assertThat(only(app).closedAt()).isNotNull();

        judge(SampleSource.changed(app, TestFacts.exemplaryBut("usageNorm", false)));
        assertThat(only(app).state()).isEqualTo(State.OPEN);
        assertThat(only(app).closedAt()).isNull();
        assertThat(only(app).timesReopened()).isEqualTo(1);
        assertThat(history(found))
                .containsExactly(FindingMove.FOUND, FindingMove.CURED_BY_FACTS, FindingMove.REBOUNDED);
    }

    @Test
    void whatIsUnknownOpensNothingAndIsToBeCompleted() {
        Judged app = judge(sample(TestFacts.unknown("online")));
        assertThat(as(CLERK, () -> findings.of(app.subject()))).isEmpty();
        assertThat(findings.missing(app)).contains("usageNorm", "icpFiled", "complaintEntry");
    }

    /** Or an entry would be cured by deleting it. */
    @Test
    void whatBecomesUnknownIsNotCured() {
        Judged app = judge(sample(TestFacts.exemplaryBut("usageNorm", false)));
        judge(SampleSource.changed(app, TestFacts.exemplaryBut("usageNorm", "?")));
        assertThat(only(app).state()).isEqualTo(State.OPEN);
    }

    @Test
    void judgingTwiceTheSameChangesNothing() {
        Judged app = judge(sample(TestFacts.exemplaryBut("hostShown", false)));
        int version = only(app).version();
        judge(app);
        assertThat(only(app).version()).isEqualTo(version);
        assertThat(history(only(app))).hasSize(1);
    }

    @Test
    void aSupervisorConfirmsExemptsDismissesAndReopensWithAReason() {
        Judged app = judge(sample(TestFacts.exemplaryBut("complaintEntry", false)));
        UUID id = only(app).id();
        decide(() -> findings.confirm(id, "已电话核实"));
        assertThat(only(app).state()).isEqualTo(State.CONFIRMED);
        decide(() -> findings.exempt(id, "试点期", "示例省试点方案", SOON));
        assertThat(only(app).exemption()).isEqualTo(new Finding.Exemption("试点期", "示例省试点方案", SOON));
        decide(() -> findings.reopen(id, "试点提前结束"));
        assertThat(only(app).exemption()).isNull();
        decide(() -> findings.dismiss(id, "入口在“我的”页"));
        assertThat(only(app).state()).isEqualTo(State.DISMISSED);
        assertThat(history(only(app)))
                .containsExactly(
                        FindingMove.FOUND,
                        FindingMove.CONFIRM,
                        FindingMove.EXEMPT,
                        FindingMove.REOPEN,
                        FindingMove.DISMISS);
        assertThat(ledgerOf(id))
                .containsExactly(
                        "finding.found", "finding.confirm", "finding.exempt", "finding.reopen", "finding.dismiss");
    }

    @Test
    void refusesADecisionWithoutReasonBasisOrSensibleExpiry() {
        UUID id = only(judge(sample(TestFacts.exemplaryBut("complaintEntry", false))))
                .id();
        assertRefused("rules.reason-missing", () -> findings.confirm(id, " "));
        assertRefused("rules.basis-missing", () -> findings.exempt(id, "因", "", SOON));
        assertRefused(
                "rules.expiry-past",
                () -> findings.exempt(id, "因", "据", LocalDate.now().minusDays(2)));
        assertRefused("rules.expiry-past", () -> findings.exempt(id, "因", "据", null));
        assertRefused(
                "rules.expiry-far",
                () -> findings.exempt(id, "因", "据", LocalDate.now().plusYears(3)));
        assertRefused("rules.text-long", () -> findings.dismiss(id, "因".repeat(1_001)));
        assertRefused("rules.finding-moved", () -> findings.reopen(id, "因"));
        assertRefused("rules.finding-unknown", () -> findings.confirm(Ids.next(), "因"));
    }

    @Test
    void onlyWhoMayDecideOverTheRowDecides() {
        UUID id = only(judge(sample(TestFacts.exemplaryBut("complaintEntry", false))))
                .id();
        assertThatThrownBy(() -> as(CLERK, () -> run(() -> findings.dismiss(id, "不想改"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("access.out-of-reach");
        assertThatThrownBy(() -> as(ELSEWHERE, () -> run(() -> findings.dismiss(id, "不归我管"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("rules.finding-unknown");
    }

    @Test
    void aClerkCannotSettleAFindingBySqlEither() {
        UUID id = only(judge(sample(TestFacts.exemplaryBut("complaintEntry", false))))
                .id();
        assertThatThrownBy(() -> as(
                        CLERK,
                        () -> inTransaction(() -> db.sql(
                                        "update rules.finding set state = 'DISMISSED', closed_at = now() where id = :id")
                                .param("id", id)
                                .update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void nobodySeesFindingsOutOfReach() {
        Judged app = judge(sample(TestFacts.exemplaryBut("complaintEntry", false)));
        assertThat(as(SUPERVISOR, () -> findings.of(app.subject()))).hasSize(1);
        assertThat(as(ELSEWHERE, () -> findings.of(app.subject()))).isEmpty();
        assertThat(as(Actor.NOBODY, () -> findings.of(app.subject()))).isEmpty();
        assertThat(as(ELSEWHERE, () -> findings.search(FindingFilter.WAITING, 1).rows()))
                .isEmpty();
        assertThat(as(ELSEWHERE, () -> findings.counts())).isEmpty();
    }

    @Test
    void aDismissedFindingStaysDismissedWhileItsFactsStand() {
        Judged app = judge(sample(TestFacts.exemplaryBut("complaintEntry", false)));
        decide(() -> findings.dismiss(only(app).id(), "误报"));
        judge(app);
        assertThat(only(app).state()).isEqualTo(State.DISMISSED);
    }

    @Test
    void aDecisionHoldsOnlyForTheFactsItWasTakenOn() {
        Judged app = judge(sample(TestFacts.exemplaryBut("checkIn", true)));
        decide(() -> findings.exempt(only(app).id(), "应急值守", "示例省应急预案", SOON));
        judge(SampleSource.changed(app, TestFacts.exemplaryBut("checkIn", true).and("stage", "suspended")));
        assertThat(only(app).state()).isEqualTo(State.EXEMPTED);
        judge(SampleSource.changed(app, TestFacts.exemplaryBut("checkIn", true).and("ranking", true)));
        assertThat(only(app).state()).isEqualTo(State.OPEN);
        assertThat(history(only(app)))
                .containsExactly(FindingMove.FOUND, FindingMove.EXEMPT, FindingMove.FACTS_CHANGED);
    }

    @Test
    void findsByStateRuleArticleSeverityAndName() {
        Judged app = judge(SampleSource.put(HERE, "示例巡河通", TestFacts.exemplaryBut("hostShown", false)));
        assertThat(searched(new FindingFilter(null, true, null, "K23", 14, null, "巡河")))
                .containsExactly(only(app).id());
        assertThat(searched(new FindingFilter(State.OPEN, false, "display.host-and-number", null, null, null, "巡河")))
                .hasSize(1);
        assertThat(searched(new FindingFilter(State.CURED, false, null, null, null, null, "巡河")))
                .isEmpty();
        assertThat(searched(new FindingFilter(null, true, null, null, null, null, "%")))
                .isEmpty();
        assertThat(as(SUPERVISOR, () -> findings.waiting(Role.Power.DECIDE))).isPositive();
        assertThat(as(SUPERVISOR, () -> findings.waiting(Role.Power.EDIT))).isZero();
        assertThat(as(CLERK, () -> findings.waiting(Role.Power.EDIT))).isPositive();
    }

    private List<UUID> searched(FindingFilter filter) {
        return as(
                SUPERVISOR,
                () -> findings.search(filter, 1).rows().stream()
                        .map(Finding::id)
                        .toList());
    }

    private static Judged sample(TestFacts facts) {
        return SampleSource.put(HERE, "示例应用", facts);
    }

    private Judged judge(Judged app) {
        as(CLERK, () -> inTransaction(() -> run(() -> findings.judge(app))));
        return app;
    }

    private Finding only(Judged app) {
        return as(SUPERVISOR, () -> findings.of(app.subject())).getFirst();
    }

    private List<FindingMove> history(Finding finding) {
        return as(SUPERVISOR, () -> findings.history(finding.id())).stream()
                .map(Finding.Event::move)
                .toList();
    }

    private List<String> ledgerOf(UUID id) {
        return as(
                AUDITOR,
                () -> inTransaction(() -> db.sql(
                                "select action from ledger.entry where subject_kind = 'finding' and subject_id = :id order by at, id")
                        .param("id", id)
                        .query(String.class)
                        .list()));
    }

    private void decide(Runnable decision) {
        as(SUPERVISOR, () -> run(decision));
    }

    private void assertRefused(String code, Runnable decision) {
        assertThatThrownBy(() -> decide(decision)).isInstanceOf(Refusal.class).hasMessage(code);
    }

    private static int run(Runnable work) {
        work.run();
        return 0;
    }

    private <T> T inTransaction(Callable<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(Actor.CURRENT, actor).call(work);
    }

    private static Actor staff(String name, Role role, Scope.Axis axis, String value) {
        return new Actor(Actor.Kind.STAFF, Ids.next(), name, HERE, List.of(new Grant(role, new Scope(axis, value))));
    }
}
