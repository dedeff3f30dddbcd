package io.zhijian.people;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ZhijianTest
class UnitsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private TestPeople people;
    private Unit province;
    private Actor keeper;

    @BeforeEach
    void aProvinceAndItsSystemAdministrator() {
        people = new TestPeople(context);
        province = people.province();
        keeper = people.actor(people.staff(province, Role.SYSTEM_ADMIN));
    }

    @Test
    void numbersChildrenAndReadsThemBackAsStored() {
        Unit first = people.unit(province, UnitLevel.CITY);
        Unit second = people.unit(province, UnitLevel.COUNTY);
        assertThat(first.path()).isEqualTo(province.path() + "1/");
        assertThat(second.path()).isEqualTo(province.path() + "2/");
        as(keeper, () -> {
            assertThat(units.get(first.id())).isEqualTo(first);
            assertThat(units.children(province.id())).containsExactly(first, second);
            assertThat(units.lineage(second)).containsExactly(province, second);
            assertThat(units.findAll(List.of(second.id(), first.id()))).containsExactly(first, second);
            assertThat(units.findAll(List.of())).isEmpty();
            return null;
        });
    }

    @Test
    void isReadByEverybodySignedInAndByNobodyElse() {
        Actor clerk = people.actor(people.staff(people.unit(province, UnitLevel.CITY), Role.CLERK));
        assertThat(as(clerk, () -> units.find(province.id()))).isPresent();
        assertThat(as(Actor.service("some-job"), () -> units.find(province.id())))
                .isPresent();
        assertThat(units.find(province.id())).isEmpty();
        assertThat(units.search(province.name(), 10)).isEmpty();
    }

    @Test
    void findsByAnyPartOfTheNameAndTakesWildcardsLiterally() {
        String name = province.name();
        assertThat(as(keeper, () -> units.search(name.substring(1), 50))).contains(province);
        assertThat(as(keeper, () -> units.search("%", 50))).isEmpty();
        assertThat(as(keeper, () -> units.search("_", 50))).isEmpty();
        assertThat(as(keeper, () -> units.search("'; drop table people.unit --", 50)))
                .isEmpty();
        assertThat(as(keeper, () -> units.search("  ", 50))).isEmpty();
    }

    @Test
    void aClerkAddsNoUnitNeitherByTheDoorNorBySql() {
        Actor clerk = people.actor(people.staff(province, Role.CLERK));
        assertRefused("people.unit-unknown", () -> as(clerk, () -> create(province, UnitLevel.CITY)));
        assertThatThrownBy(() -> as(
                        clerk,
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> db.sql("""
                                insert into people.unit (id, path, child_number, name, level, region)
                                values (gen_random_uuid(), '/99/', 99, '假单位', 'CITY', '990000000000')""").update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anAdministratorOfOneCityAddsNothingInAnother() {
        Unit mine = people.unit(province, UnitLevel.CITY);
        Unit other = people.unit(province, UnitLevel.CITY);
        Actor admin = people.actor(people.staff(mine, Role.SYSTEM_ADMIN));
        assertThat(as(admin, () -> create(mine, UnitLevel.COUNTY))).isNotNull();
        assertRefused("people.unit-unknown", () -> as(admin, () -> create(other, UnitLevel.COUNTY)));
        assertRefused("people.unit-unknown", () -> as(admin, () -> change(other, other.facts())));
    }

    @Test
    void aUnitStandsNoHigherThanTheOneAboveAndInItsRegion() {
        Unit city = people.unit(province, UnitLevel.CITY);
        assertRefused("people.level-above-parent", () -> as(keeper, () -> create(city, UnitLevel.PROVINCE)));
        UnitFacts elsewhere = TestPeople.facts("外地单位", UnitLevel.COUNTY, "110000000000");
        assertRefused("people.region-outside-parent", () -> as(keeper, () -> units.create(city.id(), elsewhere, "新设")));
    }

    @Test
    void refusesACreditCodeThatAnotherUnitHas() {
        UnitFacts facts =
                new UnitFacts("甲单位", UnitLevel.CITY, TestPeople.REGION, "11990000000000000D", null, Set.of(), null);
        as(keeper, () -> units.create(province.id(), facts, "新设"));
        assertRefused("people.credit-code-taken", () -> as(keeper, () -> units.create(province.id(), facts, "新设")));
    }

    @Test
    void aChangeOnTopOfAnotherIsRefused() {
        Unit city = people.unit(province, UnitLevel.CITY);
        UnitFacts renamed = TestPeople.facts("改名后的单位", UnitLevel.CITY, city.region());
        assertThat(as(keeper, () -> change(city, renamed)).version()).isEqualTo(2);
        assertRefused("people.changed-meanwhile", () -> as(keeper, () -> change(city, renamed)));
    }

    @Test
    void aNewRegionIsCarriedToTheStaffAtOnce() {
        Unit city = people.unit(province, UnitLevel.CITY);
        Staff staff = people.staff(city, Role.CLERK);
        UnitFacts moved = TestPeople.facts("示例市", UnitLevel.CITY, "990300000000");
        as(keeper, () -> change(city, moved));
        assertThat(as(
                        keeper,
                        () -> context.getBean(StaffAccounts.class)
                                .get(staff.id())
                                .region()))
                .isEqualTo("990300000000");
    }

    @Test
    void asksForAReason() {
        assertRefused(
                "people.text-missing",
                () -> as(
                        keeper,
                        () -> units.create(
                                province.id(), TestPeople.facts("某单位", UnitLevel.CITY, TestPeople.REGION), "  ")));
    }

    private Unit create(Unit parent, UnitLevel level) {
        return units.create(parent.id(), TestPeople.facts("新单位", level, parent.region()), "新设");
    }

    private Unit change(Unit unit, UnitFacts facts) {
        return units.change(unit.id(), unit.version(), facts, "更正");
    }

    static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
