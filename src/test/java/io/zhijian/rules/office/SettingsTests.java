package io.zhijian.rules.office;

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
import io.zhijian.rules.Finding;
import io.zhijian.rules.Finding.State;
import io.zhijian.rules.Findings;
import io.zhijian.rules.Judged;
import io.zhijian.rules.SampleLinks;
import io.zhijian.rules.SampleRulebook;
import io.zhijian.rules.SampleSource;
import io.zhijian.rules.TestFacts;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.sweep.Sweep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An office switches rules for its own area, from a day on, after checking the text; what was decided before stands. */
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class SettingsTests {

    private static final String COUNTY = "host.below-county";
    private static final Jurisdiction HERE = new Jurisdiction(Ids.next(), "/7/", "990300000000", null);
    private static final Jurisdiction NEIGHBOUR = new Jurisdiction(Ids.next(), "/8/", "980300000000", null);
    private static final Actor PROVINCE = supervisor("王监管", new Scope(Scope.Axis.REGION, "990000000000"));
    private static final Actor CITY = supervisor("李监管", new Scope(Scope.Axis.REGION, "990300000000"));
    private static final Actor LINE = supervisor("许监管", new Scope(Scope.Axis.LINE, "卫健"));

    @Autowired
    Settings settings;

    @Autowired
    InForce inForce;

    @Autowired
    RulesOn rulesOn;

    @Autowired
    Sweep sweep;

    @Autowired
    Findings findings;

    @Autowired
    JdbcClient application;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private JdbcClient owner;

    @BeforeEach
    @AfterEach
    void nothingSet() {
        SampleSource.clear();
        owner = JdbcClient.create(ownerDataSource);
        owner.sql("delete from rules.rule_check").update();
        inForce.forget(new Settings.RuleSet("", LocalDate.MIN));
    }

    @Test
    void switchedOnAfterCheckingTheTextItJudgesThereAndNowhereElse() {
        Judged here = SampleSource.put(HERE, "示例甲", TestFacts.exemplaryBut("hostBelowCounty", true));
        Judged there = SampleSource.put(NEIGHBOUR, "示例乙", TestFacts.exemplaryBut("hostBelowCounty", true));
        sweep.run();
        assertThat(states(here)).isEmpty();
        as(PROVINCE, () -> settings.set(on("《管理办法》官方文本，国务院公报")));
        assertThat(sweep.rulesChanged()).isTrue();
        assertThat(sweep.run()).hasValue(1L);
        assertThat(states(here)).containsExactly(State.OPEN);
        assertThat(states(there)).isEmpty();
        Rule rule = of(here).getFirst().rule();
        assertThat(rule.checked()).isEqualTo(new Rule.Checked("《管理办法》官方文本，国务院公报", settings.today()));
        assertThat(rule.enabled()).isTrue();
        assertThat(settings.history(COUNTY)).singleElement().satisfies(setting -> {
            assertThat(setting.actor()).isEqualTo("王监管");
            assertThat(setting.reason()).isEqualTo("已核对");
        });
        assertThat(owner.sql("select count(*) from ledger.entry where action = 'rule.set' and subject_kind = 'rule'")
                        .query(Long.class)
                        .single())
                .isPositive();

        as(PROVINCE, () -> settings.set(wish(Setting.State.OFF, "", settings.today())));
        sweep.run();
        assertThat(states(here)).containsExactly(State.WITHDRAWN);
    }

    @Test
    void whatWasDecidedStandsWhenARuleGoesAndComesBack() {
        Judged exempt = SampleSource.put(HERE, "示例丙", TestFacts.exemplaryBut("complaintEntry", false));
        Judged dismissed = SampleSource.put(HERE, "示例丁", TestFacts.exemplaryBut("complaintEntry", false));
        sweep.run();
        as(PROVINCE, () -> {
            findings.exempt(
                    of(exempt).getFirst().id(), "因", "据", settings.today().plusDays(30));
            findings.dismiss(of(dismissed).getFirst().id(), "查明不是");
        });
        as(
                PROVINCE,
                () -> settings.set(new Settings.Wish(
                        "complaint.no-entry", Setting.State.OFF, Map.of(), settings.today(), "试停", "", null)));
        sweep.run();
        assertThat(states(exempt)).containsExactly(State.EXEMPTED);
        assertThat(states(dismissed)).containsExactly(State.DISMISSED);
        as(
                PROVINCE,
                () -> settings.set(new Settings.Wish(
                        "complaint.no-entry", Setting.State.SHIPPED, Map.of(), settings.today(), "恢复", "", null)));
        sweep.run();
        assertThat(states(exempt)).containsExactly(State.EXEMPTED);
        assertThat(of(exempt).getFirst().exemption()).isNotNull();
        assertThat(states(dismissed)).containsExactly(State.DISMISSED);
    }

    @Test
    void anExemptionThatRunsOutWhileTheRuleIsOffIsWithdrawnNotReopened() {
        Judged app = SampleSource.put(HERE, "示例戊", TestFacts.exemplaryBut("complaintEntry", false));
        sweep.run();
        as(
                PROVINCE,
                () -> findings.exempt(
                        of(app).getFirst().id(), "因", "据", settings.today().plusDays(1)));
        as(
                PROVINCE,
                () -> settings.set(new Settings.Wish(
                        "complaint.no-entry", Setting.State.OFF, Map.of(), settings.today(), "试停", "", null)));
        owner.sql("update rules.finding set exempt_until = current_date - 2 where state = 'EXEMPTED'")
                .update();
        sweep.run();
        assertThat(states(app)).containsExactly(State.WITHDRAWN);
    }

    @Test
    void aDayHasItsRulesBeforeAndAfter() {
        LocalDate later = settings.today().plusDays(10);
        as(PROVINCE, () -> settings.set(wish(Setting.State.ON, "官方文本", later)));
        assertThat(line(later.minusDays(1)).applies()).isFalse();
        assertThat(line(later).applies()).isTrue();
        assertThat(line(later).rule().hash())
                .isNotEqualTo(line(later.minusDays(1)).rule().hash());
        assertThat(line(later).switchedBy()).isNotNull();
        assertThat(line(LocalDate.of(2026, 1, 27)).applies()).isFalse();
        assertThat(inForce.applied(later)).containsKey(COUNTY + "@990000000000");
        assertThat(inForce.hash(later)).isNotEqualTo(inForce.hash(later.minusDays(1)));
    }

    @Test
    void aFileThatChangedIsStillAnsweredForTheDaysBefore() {
        LocalDate past = LocalDate.of(2026, 3, 1);
        String hash = rulesOn.on(settings.today(), null).getFirst().rule().hash();
        owner.sql("""
                        insert into rules.rulebook_edition (id, at, hash, rules)
                        select gen_random_uuid(), timestamptz '2026-02-01 00:00+08', 'old',
                          jsonb_build_object(:rule, jsonb_build_object('hash', :hash, 'from', '2023-12-18'))
                        """)
                .param(
                        "rule",
                        rulesOn.on(settings.today(), null).getFirst().rule().id())
                .param("hash", hash)
                .update();
        assertThat(rulesOn.on(past, null))
                .singleElement()
                .satisfies(line -> assertThat(line.rule().hash()).isEqualTo(hash));
        assertThat(rulesOn.on(LocalDate.of(2025, 1, 1), null)).hasSize(1);
        assertThat(rulesOn.on(settings.today(), null)).hasSizeGreaterThan(5);
        owner.sql("delete from rules.rulebook_edition where hash = 'old'").update();
    }

    @Test
    void whatAWiderOfficeSetBindsANarrowerOne() {
        as(PROVINCE, () -> settings.set(wish(Setting.State.OFF, "", settings.today())));
        assertRefused(CITY, on("官方文本"), "lawbook.wider-has-set");
        as(PROVINCE, () -> settings.set(wish(Setting.State.SHIPPED, "", settings.today())));
        as(CITY, () -> settings.set(on("官方文本")));
        assertThat(line(settings.today()).applies()).isTrue();
        as(PROVINCE, () -> settings.set(wish(Setting.State.OFF, "", settings.today())));
        assertThat(line(settings.today()).applies()).isFalse();
    }

    @Test
    void anUncheckedSwitchIsRefused() {
        assertRefused(PROVINCE, on(" "), "lawbook.text-missing");
        assertRefused(PROVINCE, wish(Setting.State.OFF, "", settings.today().minusDays(1)), "lawbook.from-past");
        assertRefused(LINE, on("官方文本"), "lawbook.no-area");
        assertRefused(
                PROVINCE,
                new Settings.Wish(
                        COUNTY,
                        Setting.State.ON,
                        Map.of(),
                        settings.today(),
                        "因",
                        "文",
                        settings.today().plusDays(1)),
                "lawbook.checked-on-missing");
        assertRefused(
                PROVINCE,
                new Settings.Wish(COUNTY, Setting.State.OFF, Map.of(), settings.today(), " ", "", null),
                "lawbook.reason-missing");
    }

    @Test
    void nobodySetsARuleBeyondTheOwnReachWhateverTheSql() {
        as(CITY, () -> settings.set(on("官方文本")));
        String copy = """
                insert into rules.rule_check (id, rule_id, scope_axis, scope_value, state, params, from_day, reason,
                  shipped_hash, office_id, office_name, actor_id, actor_name, at)
                select gen_random_uuid(), rule_id, 'REGION', '990000000000', 'OFF', params, from_day, reason,
                  shipped_hash, office_id, office_name, actor_id, actor_name, at from rules.rule_check limit 1
                """;
        assertThatThrownBy(() -> as(
                        CITY,
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                        status -> application.sql(copy).update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> application
                        .sql("update rules.rule_check set state = 'OFF'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private RulesOn.Line line(LocalDate day) {
        return rulesOn.on(day, HERE).stream()
                .filter(each -> each.shipped().id().equals(COUNTY))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(Actor actor, Settings.Wish wish, String code) {
        assertThatThrownBy(() -> as(actor, () -> settings.set(wish)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Settings.Wish on(String text) {
        return wish(Setting.State.ON, text, settings.today());
    }

    private Settings.Wish wish(Setting.State state, String text, LocalDate from) {
        return new Settings.Wish(COUNTY, state, Map.of(), from, "已核对", text, day(text));
    }

    private @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : settings.today();
    }

    private List<Finding> of(Judged app) {
        return ScopedValue.where(Actor.CURRENT, Actor.service("test", Role.SUPERVISOR))
                .call(() -> findings.of(app.subject()));
    }

    private List<State> states(Judged app) {
        return of(app).stream().map(Finding::state).toList();
    }

    private static void as(Actor actor, Runnable work) {
        ScopedValue.where(Actor.CURRENT, actor).run(work);
    }

    private static Actor supervisor(String name, Scope scope) {
        Jurisdiction home = new Jurisdiction(UUID.randomUUID(), "/7/", "990000000000", null);
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), name, home, List.of(new Grant(Role.SUPERVISOR, scope)));
    }
}
