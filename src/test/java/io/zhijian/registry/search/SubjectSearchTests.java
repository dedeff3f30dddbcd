package io.zhijian.registry.search;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Paging;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.TestSubjects;
import io.zhijian.registry.app.AppEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding subjects by the index: what is found, that it is what the database would find, and that lag never shows. */
@ZhijianTest
class SubjectSearchTests {

    private static final String[] WORDS = {"巡河", "通讯", "录", "打卡", "政务", "服务", "2026", "一", "办"};

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectSearch search;

    @Autowired
    ListChoices choices;

    @Autowired
    IndexFeed feed;

    @Autowired
    IndexRows rows;

    @Autowired
    io.zhijian.rules.Findings findings;

    @Autowired
    @FlywayDataSource
    DataSource ownerSource;

    private TestPeople people;
    private Unit province;
    private Unit host;
    private Actor clerk;

    @BeforeEach
    void aHost() throws InterruptedException {
        people = new TestPeople(context);
        province = people.province();
        host = people.unit(province, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        for (int i = 0; i < 100 && !feed.ready(); i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void whatIsCalledSoStandsBeforeWhatBeginsSoBeforeWhatHoldsItBeforeWhatOnlyDoesIt() {
        enter("湖区监测", Map.of("functions.0.name", "巡河"));
        enter("东湖巡河", Map.of());
        enter("巡河通", Map.of());
        enter("巡河", Map.of());
        enter("河湖巡查", Map.of());
        assertThat(names("巡河")).containsExactly("巡河", "巡河通", "东湖巡河", "湖区监测");
    }

    @Test
    void findsByFunctionAliasSummaryHostAndAnyPartOfANumberInAnyWidth() {
        enter("例政通", Map.of("functions.0.name", "通讯录管理", "aliases", "ＺＴ简称", "summary", "内部联络用"));
        enter("好办", Map.of("icp.number", "示ICP备2026048151号-1A"));
        assertThat(names("通讯录")).containsExactly("例政通");
        assertThat(names("zt简称")).containsExactly("例政通");
        assertThat(names("联络 通讯")).containsExactly("例政通");
        assertThat(names("048151")).containsExactly("好办");
        assertThat(names("０４８１５")).containsExactly("好办");
        assertThat(names("icp备2026")).containsExactly("好办");
        assertThat(names("48115")).isEmpty();
        assertThat(names(host.name())).hasSize(2);
        assertThat(names("%")).isEmpty();
    }

    @Test
    void ownChangesAreSeenAtOnce() {
        Subject app = enter("改名以前", Map.of());
        assertThat(names("改名")).containsExactly("改名以前");
        AppEntry renamed = TestSubjects.with((AppEntry) app.entry(), Map.of("name", "改了以后"));
        as(clerk, () -> register.revise(app.id(), 1, renamed, "更名"));
        assertThat(names("改名")).isEmpty();
        assertThat(names("改了")).containsExactly("改了以后");
    }

    /** As another node writes it: this one's index hears of it only by asking. */
    @Test
    void whatAnotherNodeWroteIsNeitherHiddenNorShownAsItWas() {
        Subject app = enter("别处改的", Map.of());
        assertThat(names("别处")).hasSize(1);
        JdbcClient owner = JdbcClient.create(ownerSource);
        owner.sql("update registry.subject set stage = 'ONLINE' where id = :id")
                .param("id", app.id())
                .update();
        Map<String, String> online = Map.of("q", "别处", "stage", "ONLINE");
        assertThat(found(clerk, online)).containsExactly("别处改的");
        assertThat(found(clerk, Map.of("q", "别处", "stage", "PLANNED"))).isEmpty();
        owner.sql("update registry.subject set unit_path = '/999999/', region = '010000000000' where id = :id")
                .param("id", app.id())
                .update();
        assertThat(found(clerk, online)).isEmpty();
        owner.sql(
                        "delete from rules.finding_event where finding_id in (select id from rules.finding where subject_id = :id)")
                .param("id", app.id())
                .update();
    }

    @Test
    void anIndexFilledAnewFindsTheSame() {
        enter("重启之前甲", Map.of());
        enter("重启之前乙", Map.of("functions.0.name", "打卡"));
        IndexFeed other = new IndexFeed(rows, findings);
        SubjectSearch elsewhere = new SubjectSearch(other, rows, subjects, choices);
        SubjectQuery query = query(Map.of("q", "重启之前"));
        Found before = as(clerk, () -> elsewhere.page(query, 1));
        assertThat(before.ready()).isFalse();
        assertThat(before.paging().total()).isEqualTo(2);
        other.refresh();
        Found after = as(clerk, () -> elsewhere.page(query, 1));
        assertThat(after.ready()).isTrue();
        assertThat(after.paging().rows())
                .isEqualTo(as(clerk, () -> search.page(query, 1)).paging().rows());
        assertThat(after.counts())
                .isEqualTo(as(clerk, () -> search.page(query, 1)).counts());
    }

    @Test
    void aListShowsOfASubjectWhatTheSubjectSays() {
        Subject app = enter("照实列出", Map.of("functions.0.name", "甲功能", "functions.1.name", "乙功能", "form", "APP"));
        Found found = as(clerk, () -> search.page(query(Map.of("q", "照实")), 1));
        Subject stored = as(clerk, () -> subjects.get(app.id()));
        assertThat(found.paging().rows()).containsExactly(Listed.of(stored));
    }

    @Test
    void aPageBeyondTheEndIsTheLastAndFacetsCountAsIfNothingWereChosenAlongThem() {
        for (int i = 0; i < 23; i++) {
            enter("很多应用" + i, Map.of("form", i % 2 == 0 ? "APP" : "MINI_PROGRAM"));
        }
        Found last = as(clerk, () -> search.page(query(Map.of("q", "很多应用")), 99_999));
        assertThat(last.paging().number()).isEqualTo(2);
        assertThat(last.paging().rows()).hasSize(23 - Paging.SIZE);
        Found chosen = as(clerk, () -> search.page(query(Map.of("q", "很多应用", "form", "APP")), 1));
        assertThat(chosen.paging().total()).isEqualTo(12);
        assertThat(chosen.count(Facet.FORM, "MINI_PROGRAM")).isEqualTo(11);
        assertThat(chosen.count(Facet.STAGE, "PLANNED")).isEqualTo(12);
    }

    /** The plan of the check is kept; who asks is not part of it. */
    @Test
    void theCheckOfAListTellsEachReaderOnlyOfRowsWithinReachWhateverTheContextClaims() {
        UUID app = enter("只给该看的人", Map.of()).id();
        Unit beside = people.unit(province, UnitLevel.COUNTY);
        Actor other = people.actor(people.staff(beside, Role.CLERK));
        for (int round = 0; round < 8; round++) {
            assertThat(as(clerk, () -> rows.check(List.of(app), 0)).seen()).containsOnlyKeys(app);
            assertThat(as(other, () -> rows.check(List.of(app), 0)).seen()).isEmpty();
            assertThat(as(other, () -> rows.check(List.of(app), 0)).lately()).doesNotContainKey(app);
            assertThat(as(Actor.NOBODY, () -> rows.check(List.of(app), 0)).seen())
                    .isEmpty();
        }
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        JdbcClient db = context.getBean(JdbcClient.class);
        List<UUID> forged = as(
                other,
                () -> transaction.execute(status -> {
                    String signed = db.sql("select current_setting('zj.context', true)")
                            .query(String.class)
                            .single();
                    String widened = signed.replace(beside.path(), host.path());
                    assertThat(widened).isNotEqualTo(signed);
                    db.sql("select set_config('zj.context', :widened, true)")
                            .param("widened", widened)
                            .query(String.class)
                            .single();
                    return db.sql("select id from registry.list_check(array[:app]::uuid[], 0)")
                            .param("app", app)
                            .query(UUID.class)
                            .list();
                }));
        assertThat(forged).isEmpty();
    }

    /** Random people with random reach ask random things; index and database must agree on every one. */
    @Test
    void findsExactlyWhatTheRowPoliciesLetTheReaderSee() {
        Random random = new Random(7);
        List<Unit> units = new ArrayList<>(List.of(province, host));
        for (int i = 0; i < 6; i++) {
            units.add(people.unit(units.get(random.nextInt(units.size())), UnitLevel.COUNTY));
        }
        Actor everywhere = Actor.service("test-writer", Role.CLERK);
        for (int i = 0; i < 60; i++) {
            StringBuilder name = new StringBuilder("随机");
            for (int k = 0; k < 3; k++) {
                name.append(WORDS[random.nextInt(WORDS.length)]);
            }
            Map<String, String> typed = new HashMap<>();
            typed.put("form", random.nextBoolean() ? "APP" : "MINI_PROGRAM");
            if (random.nextInt(3) == 0) {
                typed.put("users", units.get(random.nextInt(units.size())).id().toString());
            }
            Unit owner = units.get(random.nextInt(units.size()));
            as(everywhere, () -> register.enter(Ids.next(), TestSubjects.entry(name + "", owner, typed), ""));
        }
        for (int round = 0; round < 40; round++) {
            Actor reader = someone(random, units);
            Map<String, String> wish = new HashMap<>();
            wish.put("q", random.nextInt(4) == 0 ? "" : WORDS[random.nextInt(WORDS.length)]);
            if (random.nextInt(3) == 0) {
                wish.put("form", "APP");
            }
            if (random.nextInt(3) == 0) {
                wish.put("provenance", "OWN");
            }
            SubjectQuery query = query(wish);
            assertThat(all(reader, query)).as("%s asks %s", reader, wish).isEqualTo(streamed(reader, query));
        }
    }

    private static Actor someone(Random random, List<Unit> units) {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            Unit unit = units.get(random.nextInt(units.size()));
            Scope scope = random.nextInt(3) > 0
                    ? new Scope(Scope.Axis.UNIT, unit.path())
                    : new Scope(Scope.Axis.REGION, unit.region());
            Role role = Role.values()[random.nextInt(Role.values().length)];
            grants.add(new Grant(role, scope));
        }
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "某人", null, grants);
    }

    private Set<UUID> all(Actor reader, SubjectQuery query) {
        Set<UUID> ids = new TreeSet<>();
        for (int page = 1; ; page++) {
            int number = page;
            Paging<Listed> found = as(reader, () -> search.page(query, number)).paging();
            found.rows().forEach(row -> ids.add(row.id()));
            if (page >= found.last()) {
                assertThat((long) ids.size()).isEqualTo(found.total());
                return ids;
            }
        }
    }

    private Set<UUID> streamed(Actor reader, SubjectQuery query) {
        Set<UUID> ids = new TreeSet<>();
        TestPeople.run(reader, () -> subjects.forEach(query, subject -> ids.add(subject.id())));
        return ids;
    }

    private Subject enter(String name, Map<String, String> typed) {
        return as(clerk, () -> register.enter(Ids.next(), TestSubjects.entry(name, host, typed), ""));
    }

    private List<String> names(String text) {
        return found(clerk, Map.of("q", text, "provenance", "OWN"));
    }

    private List<String> found(Actor reader, Map<String, String> wish) {
        return as(reader, () -> search.page(query(wish), 1)).paging().rows().stream()
                .map(Listed::name)
                .toList();
    }

    private static SubjectQuery query(Map<String, String> wish) {
        return SubjectQuery.of(SubjectKind.APP, wish);
    }
}
