package io.zhijian.rules.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.TestDatabase;
import io.zhijian.Zhijian;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Finding.State;
import io.zhijian.rules.Findings;
import io.zhijian.rules.Judged;
import io.zhijian.rules.SampleLinks;
import io.zhijian.rules.SampleRulebook;
import io.zhijian.rules.SampleSource;
import io.zhijian.rules.TestFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything is judged again when it must be, and only then. */
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class SweepTests {

    private static final Jurisdiction HERE = new Jurisdiction(Ids.next(), "/7/", "990300000000", null);

    @Autowired
    Sweep sweep;

    @Autowired
    SweepRows rows;

    @Autowired
    Findings findings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    Environment environment;

    @BeforeEach
    void nothingElse() {
        SampleSource.clear();
    }

    @Test
    void judgesWhatChangedAndNothingElse() {
        Judged app = SampleSource.put(HERE, "示例甲", TestFacts.exemplaryBut("usageNorm", false));
        SampleSource.put(HERE, "示例乙", TestFacts.exemplary());
        assertThat(sweep.run()).hasValue(2L);
        assertThat(states(app)).containsExactly(State.OPEN);
        assertThat(sweep.run()).hasValue(0L);
        SampleSource.changed(app, TestFacts.exemplary());
        assertThat(sweep.run()).hasValue(1L);
        assertThat(states(app)).containsExactly(State.CURED);
    }

    @Test
    void anExemptionThatHasRunOutReopens() {
        Judged app = SampleSource.put(HERE, "示例丙", TestFacts.exemplaryBut("hostShown", false));
        sweep.run();
        Finding finding = of(app).getFirst();
        as(() -> findings.exempt(finding.id(), "因", "据", LocalDate.now().plusDays(1)));
        sweep.run();
        assertThat(states(app)).containsExactly(State.EXEMPTED);
        owner().sql("update rules.finding set exempt_until = current_date - 2 where id = :id")
                .param("id", finding.id())
                .update();
        sweep.run();
        assertThat(states(app)).containsExactly(State.OPEN);
        assertThat(of(app).getFirst().exemption()).isNull();
    }

    @Test
    void readsOnlyWhatWasWritten() {
        Judged app = SampleSource.put(HERE, "示例己", TestFacts.exemplary());
        for (int i = 0; i < 5; i++) {
            SampleSource.put(HERE, "示例" + i, TestFacts.exemplary());
        }
        sweep.run();
        SampleSource.read();
        SampleSource.changed(app, TestFacts.exemplaryBut("ranking", false));
        sweep.run();
        assertThat(SampleSource.read()).isEqualTo(1);
    }

    @Test
    void whatIsDueIsJudgedAgainThoughNothingWasWritten() {
        Judged app = SampleSource.put(HERE, "示例庚", TestFacts.exemplary());
        SampleSource.put(HERE, "示例辛", TestFacts.exemplary());
        sweep.run();
        owner().sql("update rules.judged set due_on = current_date where subject_id = :id")
                .param("id", app.subject().id())
                .update();
        assertThat(sweep.run()).hasValue(1L);
        assertThat(sweep.run()).hasValue(0L);
    }

    @Test
    void oneThatCannotBeReadLeavesTheOthersJudgedAndIsTriedAgain() {
        List<Judged> found = IntStream.range(0, 8)
                .mapToObj(i -> SampleSource.put(HERE, "示例" + i, TestFacts.exemplaryBut("hostShown", false)))
                .toList();
        SampleSource.poison(found.get(3));
        assertThat(sweep.run()).hasValue(7L);
        for (Judged each : found) {
            assertThat(states(each)).isEqualTo(each == found.get(3) ? List.of() : List.of(State.OPEN));
        }
        assertThat(sweep.run()).hasValue(0L);
        SampleSource.cure(found.get(3));
        assertThat(sweep.run()).hasValue(1L);
        assertThat(states(found.get(3))).containsExactly(State.OPEN);
    }

    @Test
    void aFirstSweepThatWasKilledGoesOnWhereItWas() {
        owner().sql("update rules.sweep set moments = null").update();
        List<Judged> all = IntStream.range(0, 60)
                .mapToObj(i -> SampleSource.put(HERE, "示例" + i, TestFacts.exemplaryBut("usageNorm", i % 7 > 0)))
                .sorted(Comparator.comparing(each -> each.subject().id().toString()))
                .toList();
        SampleSource.batch = 1;
        SampleSource.killAt(all.get(40));
        SampleSource.read();
        assertThatThrownBy(sweep::run).hasRootCauseMessage("killed");
        int before = SampleSource.read();
        SampleSource.killAt(null);
        // the batches under way when it was killed were judged, but not counted
        assertThat(sweep.run()).hasValueSatisfying(judged -> assertThat(judged).isBetween(45L, 60L));
        assertThat(before + SampleSource.read()).isBetween(60, 60 + 2 * 15 + 9);
        assertThat(all).allSatisfy(each -> assertThat(states(each)).hasSizeLessThanOrEqualTo(1));
        assertThat(owner().sql("select count(*) from rules.judged where subject_id = any (:ids)")
                        .param(
                                "ids",
                                all.stream().map(each -> each.subject().id()).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThat(sweep.run()).hasValue(0L);
    }

    @Test
    void twoSweepsDoNotRunAtOnce() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(rows.lock()).isTrue();
            assertThat(CompletableFuture.supplyAsync(sweep::run).join()).isEmpty();
        });
    }

    @Test
    void editingARuleAndRestartingJudgesAgainAndSaysWhatChanged() throws IOException {
        Judged app = SampleSource.put(HERE, "示例丁", TestFacts.exemplaryBut("hostBelowCounty", true));
        Judged other = SampleSource.put(HERE, "示例戊", TestFacts.exemplaryBut("complaintEntry", false));
        sweep.run();
        assertThat(of(app)).isEmpty();
        assertThat(states(other)).containsExactly(State.OPEN);
        assertThat(sweep.rulesChanged()).isFalse();

        Path home = SampleRulebook.copy();
        edit(home.resolve("rules/host/below-county.yaml"), "enabled: false", "enabled: true");
        edit(home.resolve("rules/complaint/no-entry.yaml"), "enabled: true", "enabled: false");
        try (ConfigurableApplicationContext restarted = restart(home)) {
            Sweep again = restarted.getBean(Sweep.class);
            assertThat(again.rulesChanged()).isTrue();
            assertThat(again.run()).hasValue(2L);
            assertThat(states(app)).containsExactly(State.OPEN);
            assertThat(states(other)).containsExactly(State.WITHDRAWN);
            Sweep.Run run = again.lastWithOtherRules().orElseThrow();
            assertThat(again.changes(run))
                    .containsEntry("host.below-county", Sweep.RuleChange.ADDED)
                    .containsEntry("complaint.no-entry", Sweep.RuleChange.REMOVED)
                    .hasSize(2);
            assertThat(ScopedValue.where(Actor.CURRENT, Sweep.ACTOR).call(() -> findings.changesBy(run.id())))
                    .containsEntry("host.below-county", new Findings.Change(1, 0))
                    .containsEntry("complaint.no-entry", new Findings.Change(0, 1));
        }
    }

    private ConfigurableApplicationContext restart(Path home) {
        return new SpringApplicationBuilder(Zhijian.class, SampleSource.class, SampleLinks.class)
                .properties("spring.main.register-shutdown-hook=false")
                .run(
                        "--server.port=0",
                        "--zhijian.jobs=false",
                        "--zhijian.home=" + home,
                        "--zhijian.data=" + environment.getProperty("zhijian.data"),
                        "--zhijian.database.name=" + environment.getProperty("zhijian.database.name"));
    }

    private static void edit(Path file, String was, String now) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, now));
    }

    private JdbcClient owner() {
        return JdbcClient.create(owner);
    }

    private List<Finding> of(Judged app) {
        return ScopedValue.where(Actor.CURRENT, Sweep.ACTOR).call(() -> findings.of(app.subject()));
    }

    private List<State> states(Judged app) {
        return of(app).stream().map(Finding::state).toList();
    }

    private static void as(Runnable work) {
        ScopedValue.where(Actor.CURRENT, Sweep.ACTOR).run(work);
    }
}
