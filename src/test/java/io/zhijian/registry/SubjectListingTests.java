package io.zhijian.registry;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.app.AppForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Finding apps in the list. */
@ZhijianTest
class SubjectListingTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    Subjects apps;

    private Unit host;
    private Actor clerk;

    @BeforeEach
    void threeApps() {
        TestPeople people = new TestPeople(context);
        host = people.unit(people.province(), UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        enter("河湖巡查通", Map.of("functions.0.name", "巡河打卡", "functions.1.name", "问题上报", "form", "APP"));
        enter("例政通讯", Map.of("functions.0.name", "通讯录", "form", "MINI_PROGRAM", "aliases", "ＺＴ简称"));
        enter("百分100%_好办", Map.of("icp.number", "示ICP备2026000001号-1A", "norm.exists", "NO"));
    }

    @Test
    void findsByAnyPartOfNameFunctionHostAliasAndNumber() {
        assertThat(names("巡河")).containsExactly("河湖巡查通");
        assertThat(names("通讯录")).containsExactly("例政通讯");
        assertThat(names("zt简称")).containsExactly("例政通讯");
        assertThat(names("2026000001")).containsExactly("百分100%_好办");
        assertThat(names(host.name())).hasSize(3);
    }

    @Test
    void allTermsMustMatchInAnyOrderAndPlace() {
        assertThat(names("上报 河湖")).containsExactly("河湖巡查通");
        assertThat(names("上报　河湖")).containsExactly("河湖巡查通");
        assertThat(names("上报 通讯录")).isEmpty();
    }

    @Test
    void takesTheSignsOfLikeAndSqlLiterally() {
        assertThat(names("100%_")).containsExactly("百分100%_好办");
        assertThat(names("1%好")).isEmpty();
        assertThat(names("\\")).isEmpty();
        assertThat(names("'; drop table registry.subject --")).isEmpty();
        assertThat(names("\u0000")).hasSize(3);
    }

    @Test
    void countsEachFacetAsIfNothingWereChosenAlongIt() {
        SubjectQuery query = new SubjectQuery(
                SubjectKind.APP, "", null, AppForm.APP, null, Provenance.OWN, false, false, SubjectQuery.Order.NAME);
        List<FacetCount> counts = as(clerk, () -> apps.facets(query));
        assertThat(counts)
                .contains(
                        new FacetCount("form", "APP", 1),
                        new FacetCount("form", "MINI_PROGRAM", 1),
                        new FacetCount("stage", "PLANNED", 1),
                        new FacetCount("toComplete", "true", 1),
                        new FacetCount("findings", "true", 0));
        assertThat(as(clerk, () -> apps.search(query, 1)).total()).isEqualTo(1);
    }

    @Test
    void pagesAndStreamsTheSame() {
        List<String> streamed = new ArrayList<>();
        TestPeople.run(clerk, () -> apps.forEach(own(), app -> streamed.add(app.name())));
        assertThat(streamed).hasSize(3);
        assertThat(as(clerk, () -> apps.search(own(), 1)).total()).isEqualTo(3);
        assertThat(as(clerk, () -> apps.search(own(), 99)).rows()).isEmpty();
        assertThat(as(clerk, () -> apps.countToComplete(SubjectKind.APP))).isEqualTo(3);
    }

    private void enter(String name, Map<String, String> typed) {
        as(clerk, () -> register.enter(Ids.next(), TestSubjects.entry(name, host, typed), ""));
    }

    private List<String> names(String text) {
        SubjectQuery query = SubjectQuery.own(SubjectKind.APP).matching(text);
        return as(clerk, () -> apps.search(query, 1)).rows().stream()
                .map(Subject::name)
                .toList();
    }

    private static SubjectQuery own() {
        return SubjectQuery.own(SubjectKind.APP);
    }
}
