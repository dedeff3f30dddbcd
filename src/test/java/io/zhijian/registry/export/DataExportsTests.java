package io.zhijian.registry.export;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.TestSubjects;
import io.zhijian.registry.app.AppFacts;
import io.zhijian.registry.export.DataExport.State;
import io.zhijian.rules.Findings;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Points, ranks and times leave an app for a permitted purpose only, and what came out otherwise is a fact. */
@ZhijianTest
class DataExportsTests {

    private static final String RULE = "ranking.exported-for-appraisal";

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectFacts facts;

    @Autowired
    Findings findings;

    @Autowired
    DataExports exports;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private Unit host;
    private Actor clerk;
    private Actor office;
    private Subject app;

    @BeforeEach
    void anAppThatKeepsPoints() {
        TestPeople people = new TestPeople(context);
        Unit province = people.province();
        host = people.unit(province, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        office = people.actor(people.staff(province, Role.SUPERVISOR));
        app = enter("示例学习", Map.of("ranking.present", "YES", "data.0.name", "学习积分"));
    }

    @Test
    void anExportForAPermittedPurposeIsRecordedAndProvesNothing() {
        assertThat(ask("repair", "排查积分重复计算")).isEqualTo(State.ALLOWED);
        assertThat(as(clerk, () -> exports.of(app.id())))
                .singleElement()
                .satisfies(export -> assertThat(export.purpose()).isEqualTo("repair"));
        assertThat(inLedger("app.data-exported")).contains("学习积分", "信息中心");
        assertThat(fact(app)).as("nobody knows what becomes of it").isNull();
    }

    @Test
    void anExportForAppraisalIsRefusedAndWrittenDown() {
        assertThat(ask("appraisal", "年终考核")).isEqualTo(State.REFUSED);
        assertThat(inLedger("app.data-export-refused")).contains("appraisal");
        assertThat(fact(app)).as("it did not leave").isNull();
        assertThatThrownBy(() -> ask("", "没有用途")).hasMessage("export.purpose-missing");
        assertThatThrownBy(() -> ask("oversight", "别人的用途")).hasMessage("export.purpose-missing");
        assertThatThrownBy(() -> ask("repair", " ")).hasMessage("export.why-missing");
    }

    @Test
    void whatCameOutIsFoundAndGoesWhenItIsPutRight() {
        as(office, () -> {
            exports.found(app.id(), new DataOrder("学习积分", "示例县", "", "通报中列出了积分名次"));
            return true;
        });
        assertThat(fact(app)).isTrue();
        assertThat(waits()).isTrue();
        as(clerk, () -> {
            exports.stopped(app.id(), "已修改考核办法");
            return true;
        });
        assertThat(fact(app)).isFalse();
        assertThat(waits()).isFalse();
        assertThatThrownBy(() -> as(clerk, () -> {
                    exports.stopped(app.id(), "再来一次");
                    return true;
                }))
                .hasMessage("export.nothing-found");
    }

    @Test
    void whereNothingIsKeptThereIsNothingToLetOut() {
        assertThat(fact(enter("示例通讯", Map.of("ranking.present", "NO", "onlineTime.present", "NO"))))
                .isFalse();
        assertThat(fact(enter("示例未知", Map.of("ranking.present", "NO")))).isNull();
    }

    @Test
    void nobodyElseAsksTellsOrReads() {
        TestPeople people = new TestPeople(context);
        Actor stranger = people.actor(people.staff(people.province(), Role.CLERK));
        ask("repair", "排查");
        assertThat(as(stranger, () -> exports.of(app.id()))).isEmpty();
        assertThatThrownBy(() -> as(stranger, () -> exports.ask(app.id(), order("repair", "越权"))))
                .hasMessage("registry.subject-unknown");
        assertThatThrownBy(() -> as(office, () -> exports.ask(app.id(), order("by-law", "不是主办单位"))))
                .hasMessage("access.out-of-reach");
    }

    private State ask(String purpose, String why) {
        return as(clerk, () -> exports.ask(app.id(), order(purpose, why)));
    }

    private static DataOrder order(String purpose, String why) {
        return new DataOrder("学习积分", "信息中心", purpose, why);
    }

    private @Nullable Boolean fact(Subject of) {
        return ((AppFacts) as(clerk, () -> facts.read(subjects.get(of.id()))).facts()).exportedForAppraisal();
    }

    private boolean waits() {
        return as(clerk, () -> findings.of(app.ref())).stream()
                .anyMatch(finding ->
                        finding.rule().id().equals(RULE) && finding.state().waits());
    }

    private String inLedger(String action) {
        return JdbcClient.create(ownerDataSource)
                .sql("""
                        select p.details::text from ledger.entry e join ledger.payload p on p.entry_id = e.id
                         where e.action = :action and e.subject_id = :app""")
                .param("action", action)
                .param("app", app.id())
                .query(String.class)
                .single();
    }

    private Subject enter(String name, Map<String, String> typed) {
        return as(clerk, () -> register.enter(Ids.next(), TestSubjects.entry(name, host, typed), "首次登记"));
    }
}
