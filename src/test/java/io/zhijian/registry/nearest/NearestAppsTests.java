package io.zhijian.registry.nearest;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.TestSubjects;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.life.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Apps like one: what is found, what it may be good for, and that nobody learns of apps beyond their reach. */
@ZhijianTest
class NearestAppsTests {

    private static final List<String> RIVER = List.of("巡河打卡", "问题上报", "河段信息查询");

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    NearestApps nearest;

    @Autowired
    NearestFeed feed;

    @Autowired
    io.zhijian.registry.search.SubjectSearch search;

    private TestPeople people;
    private Unit province;
    private Unit county;
    private Unit other;
    private Actor clerk;
    private Actor supervisor;
    private Subject ours;

    @BeforeEach
    void anAppAmongOthers() throws InterruptedException {
        people = new TestPeople(context);
        province = people.province();
        county = people.unit(province, UnitLevel.COUNTY);
        other = people.unit(province, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(county, Role.CLERK));
        supervisor = people.actor(people.staffWith(
                province, List.of(new Grant(Role.SUPERVISOR, new Scope(Scope.Axis.UNIT, province.path())))));
        ours = enter(county, "河湖巡查通", RIVER, Map.of());
        for (int i = 0; i < 100 && as(clerk, () -> search.withinReach()).isEmpty(); i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void anAppOfAnotherUnitWithTheSameWorkIsFoundAndExplained() {
        Subject like = enter(other, "智慧河长", List.of("巡河记录", "问题上报", "水质查询"), Map.of());
        enter(other, "管风琴调音", List.of("调音排期"), Map.of());
        Nearest found = found(supervisor);
        assertThat(found.whole()).isTrue();
        assertThat(found.candidates()).extracting(one -> one.app().name()).doesNotContain("管风琴调音", "河湖巡查通");
        Candidate first = of(found, like);
        assertThat(first.suspected()).isTrue();
        assertThat(first.likeness().meetings())
                .anyMatch(meeting ->
                        meeting.ours().equals("问题上报") && meeting.theirs().equals("问题上报"));
        assertThat(first.use()).isEqualTo(Use.COOPERATE);
    }

    @Test
    void anAppBeyondTheReadersReachIsNotThereInAnyWay() {
        Subject hidden = enter(other, "智慧河长", RIVER, Map.of());
        assertThat(found(supervisor).candidates()).extracting(Candidate::app).contains(hidden);
        assertThat(found(clerk).candidates()).extracting(Candidate::app).doesNotContain(hidden);
        assertThat(as(clerk, () -> nearest.quickly(Seeker.of(ours), 50)).candidates())
                .extracting(one -> one.app().hostName())
                .doesNotContain(other.name());
    }

    @Test
    void appsOutOfReachTakeNobodysPlace() {
        for (int i = 0; i < 60; i++) {
            enter(other, "河湖巡查通" + i, RIVER, Map.of());
        }
        Subject near = enter(county, "河道保洁登记", List.of("巡河打卡", "保洁登记"), Map.of());
        assertThat(own(found(clerk))).containsExactly(near.id());
    }

    @Test
    void whatTheProvinceRunsMayBeEmbeddedIntoAndWhatEndedIsTold() {
        Subject above = stage(enter(province, "全省河长制平台", RIVER, Map.of()), Stage.ONLINE);
        Subject gone = stage(enter(county, "老巡河", RIVER, Map.of()), Stage.CLOSED);
        Nearest found = found(supervisor);
        assertThat(of(found, above).use()).isEqualTo(Use.EMBED);
        assertThat(of(found, above).why()).isEqualTo("above");
        assertThat(of(found, gone).use()).isEqualTo(Use.ENDED);
        assertThat(of(found, gone).ended()).isNotNull();
    }

    @Test
    void whatAnAppBecomesIsFoundAndWhatItWasIsNot() {
        Subject app = enter(county, "记事本", List.of("便签"), Map.of());
        assertThat(own(found(clerk))).isEmpty();
        AppEntry changed = TestSubjects.with(
                (AppEntry) app.entry(), Map.of("functions.0.name", "巡河打卡", "functions.1.name", "问题上报"));
        as(clerk, () -> register.revise(app.id(), 1, changed, ""));
        assertThat(own(found(clerk))).containsExactly(app.id());
    }

    @Test
    void aPublishedAppIsOnlyEverLike() {
        UUID id = Ids.next();
        AppEntry entry = TestSubjects.with(
                TestSubjects.bare("某地河湖巡查", county),
                Map.of("host", "", "functions.0.name", "巡河打卡", "functions.1.name", "问题上报"));
        ScopedValue.where(Actor.CURRENT, Actor.service("published-import"))
                .run(() -> register.publish(id, entry, "某地", UnitLevel.PROVINCE, "某地", "not_flagged"));
        Candidate published = found(clerk).candidates().stream()
                .filter(one -> one.app().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(published.app().provenance()).isEqualTo(Provenance.PUBLISHED);
        assertThat(published.use()).isEqualTo(Use.SIMILAR);
        assertThat(published.suspected()).isFalse();
    }

    @Test
    void whoTypesLittleIsToldNothing() {
        Seeker little = Seeker.of(Ids.next(), TestSubjects.bare("巡", county), county);
        assertThat(little.saysEnough()).isFalse();
        assertThat(as(clerk, () -> nearest.quickly(little, 5)).candidates()).isEmpty();
    }

    private Nearest found(Actor reader) {
        feed.refresh();
        as(
                reader,
                () -> search.page(
                        io.zhijian.registry.SubjectQuery.all(io.zhijian.registry.SubjectKind.APP), 1)); // catches up
        return as(reader, () -> nearest.of(Seeker.of(ours)));
    }

    private static List<UUID> own(Nearest found) {
        return found.candidates().stream()
                .map(Candidate::app)
                .filter(app -> !app.published())
                .map(Subject::id)
                .toList();
    }

    private static Candidate of(Nearest found, Subject app) {
        return found.candidates().stream()
                .filter(one -> one.app().id().equals(app.id()))
                .findFirst()
                .orElseThrow();
    }

    private Subject enter(Unit host, String name, List<String> functions, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        for (int i = 0; i < functions.size(); i++) {
            all.put("functions." + i + ".name", functions.get(i));
        }
        Actor writer = people.actor(people.staff(host, Role.CLERK));
        return as(writer, () -> register.enter(Ids.next(), TestSubjects.entry(name, host, all), ""));
    }

    private Subject stage(Subject app, Stage to) {
        return as(supervisor, () -> register.setStage(app.id(), app.ownStage(), to, "历史登记"));
    }
}
