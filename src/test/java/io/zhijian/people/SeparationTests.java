package io.zhijian.people;

import static io.zhijian.people.TestPeople.as;
import static io.zhijian.people.UnitsTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The three administrators are kept apart, by code and by the database. */
@ZhijianTest
class SeparationTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    RoleGrants roles;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private TestPeople people;
    private Unit unit;
    private Staff systemAdmin;
    private Staff securityAdmin;
    private Scope scope;

    @BeforeEach
    void aUnitWithItsAdministrators() {
        people = new TestPeople(context);
        unit = people.province();
        systemAdmin = people.staff(unit, Role.SYSTEM_ADMIN);
        securityAdmin = people.staff(unit, Role.SECURITY_ADMIN);
        scope = new Scope(Scope.Axis.UNIT, unit.path());
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_ADMIN, SECURITY_ADMIN",
        "SECURITY_ADMIN, AUDIT_ADMIN",
        "AUDIT_ADMIN, SYSTEM_ADMIN",
        "SYSTEM_ADMIN, CLERK",
        "SECURITY_ADMIN, SUPERVISOR",
        "AUDIT_ADMIN, AUDITOR",
        "CLERK, SYSTEM_ADMIN",
        "REVIEWER, AUDIT_ADMIN"
    })
    void nobodyHoldsARoleBesideThatOfAnAdministrator(Role held, Role wanted) {
        Staff person = people.staff(unit, held);
        Actor security = people.actor(securityAdmin);
        assertRefused("people.administrators-apart", () -> as(security, () -> grant(person, wanted)));
        assertThatThrownBy(() -> as(security, () -> insertBySql(person.id(), wanted, securityAdmin.id())))
                .hasStackTraceContaining("three_administrators");
    }

    @Test
    void businessRolesMayBeHeldTogether() {
        Staff person = people.staff(unit, Role.CLERK);
        as(people.actor(securityAdmin), () -> grant(person, Role.REVIEWER));
        assertThat(as(people.actor(person), () -> roles.of(person.id())))
                .extracting(RoleGrants.Held::role)
                .containsExactly(Role.CLERK, Role.REVIEWER);
    }

    @Test
    void nobodyGrantsToOneself() {
        Actor security = people.actor(securityAdmin);
        assertRefused("people.not-oneself", () -> as(security, () -> grant(securityAdmin, Role.SECURITY_ADMIN)));
        assertThatThrownBy(() ->
                        as(security, () -> insertBySql(securityAdmin.id(), Role.SECURITY_ADMIN, securityAdmin.id())))
                .hasStackTraceContaining("not_to_oneself");
    }

    @Test
    void onlyTheSecurityAdministratorGrants() {
        Staff person = people.staff(unit);
        for (Staff other :
                new Staff[] {systemAdmin, people.staff(unit, Role.AUDIT_ADMIN), people.staff(unit, Role.SUPERVISOR)}) {
            Actor actor = people.actor(other);
            assertRefused("people.scope-too-wide", () -> as(actor, () -> grant(person, Role.CLERK)));
            assertThatThrownBy(() -> as(actor, () -> insertBySql(person.id(), Role.CLERK, other.id())))
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void nobodyGrantsInAnothersName() {
        Staff person = people.staff(unit);
        assertThatThrownBy(() ->
                        as(people.actor(securityAdmin), () -> insertBySql(person.id(), Role.CLERK, systemAdmin.id())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void nobodyGivesAWiderScopeThanTheirOwn() {
        Staff person = people.staff(unit);
        Actor security = people.actor(securityAdmin);
        Scope everything = new Scope(Scope.Axis.UNIT, "/");
        Scope region = new Scope(Scope.Axis.REGION, TestPeople.REGION);
        for (Scope wide : new Scope[] {everything, region}) {
            assertRefused(
                    "people.scope-too-wide",
                    () -> as(security, () -> roles.grant(person, Role.SUPERVISOR, wide, "授权")));
            assertThatThrownBy(() ->
                            as(security, () -> insertBySql(person.id(), Role.SUPERVISOR, securityAdmin.id(), wide)))
                    .hasStackTraceContaining("row-level security");
        }
        Actor first = people.actor(people.administrator(unit, Role.SECURITY_ADMIN));
        assertThat(as(first, () -> roles.grant(person, Role.SUPERVISOR, region, "授权")))
                .isNotNull();
    }

    @Test
    void onlyTheSystemAdministratorKeepsAccounts() {
        Actor security = people.actor(securityAdmin);
        StaffFacts facts = new StaffFacts("某人", "nobody-yet", null);
        assertRefused(
                "access.out-of-reach",
                () -> as(security, () -> accounts.create(unit.id(), facts, TestPeople.PASSWORD, true, "新设")));
        assertRefused("access.out-of-reach", () -> {
            Staff person = people.staff(unit);
            TestPeople.run(security, () -> accounts.disable(person.id(), "停用"));
        });
    }

    @Test
    void theSystemAdministratorIssuesNoPasswordToAnAdministrator() {
        Actor system = people.actor(systemAdmin);
        assertRefused(
                "people.administrators-password",
                () -> as(system, () -> accounts.resetPassword(securityAdmin.id(), "忘记")));
        int rows = as(
                system,
                () -> inTransaction(
                        "update people.credential set hash = 'mine' where staff = '" + securityAdmin.id() + "'"));
        assertThat(rows).isZero();
        Staff clerk = people.staff(unit, Role.CLERK);
        assertThat(as(system, () -> accounts.resetPassword(clerk.id(), "忘记"))).hasSize(19);
    }

    @Test
    void aGrantIsNeitherDeletedNorRewrittenAndEndsOnce() {
        Staff person = people.staff(unit, Role.CLERK);
        Actor security = people.actor(securityAdmin);
        UUID id = as(security, () -> roles.of(person.id())).getFirst().id();
        assertThatThrownBy(() -> as(security, () -> inTransaction("delete from people.role_grant")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> as(
                        security,
                        () -> inTransaction(
                                "update people.role_grant set value = '/', revoked_by = '" + securityAdmin.id()
                                        + "', revoked_at = now(), revoke_reason = 'x' where id = '" + id + "'")))
                .hasStackTraceContaining("never rewritten");
        TestPeople.run(security, () -> roles.revoke(person, id, "调离"));
        assertThat(as(security, () -> roles.of(person.id()))).isEmpty();
        assertRefused("people.role-unknown", () -> TestPeople.run(security, () -> roles.revoke(person, id, "调离")));
        assertThatThrownBy(() -> as(
                        security,
                        () -> inTransaction("update people.role_grant set revoked_by = '" + securityAdmin.id()
                                + "', revoked_at = now(), revoke_reason = 'again' where id = '" + id + "'")))
                .hasStackTraceContaining("never rewritten");
    }

    @Test
    void grantAndRevocationStandInTheLedgerWithTheirReason() {
        Staff person = people.staff(unit);
        Actor security = people.actor(securityAdmin);
        UUID id = as(security, () -> roles.grant(person, Role.CLERK, scope, "新任经办"));
        TestPeople.run(security, () -> roles.revoke(person, id, "调离岗位"));
        Actor auditor = people.actor(people.staff(unit, Role.AUDIT_ADMIN));
        var entries = as(
                auditor,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql("""
                        select e.action || ':' || p.reason from ledger.entry e join ledger.payload p on p.entry_id = e.id
                         where e.subject_id = :id and e.action like 'role.%' order by e.at""")
                                .param("id", person.id())
                                .query(String.class)
                                .list()));
        assertThat(entries).containsExactly("role.granted:新任经办", "role.revoked:调离岗位");
    }

    @Test
    void whoSeesWhichAccount() {
        Staff person = people.staff(unit, Role.CLERK);
        Staff colleague = people.staff(unit, Role.CLERK);
        assertThat(as(people.actor(person), () -> accounts.ofUnit(unit.id()))).containsExactly(person);
        assertThat(as(people.actor(securityAdmin), () -> accounts.ofUnit(unit.id())))
                .contains(person, colleague);
        assertThat(accounts.find(person.id())).isEmpty();
        Staff elsewhere = people.staff(people.province(), Role.SYSTEM_ADMIN);
        assertThat(as(people.actor(elsewhere), () -> accounts.find(person.id())))
                .isEmpty();
        assertThat(as(people.actor(elsewhere), () -> roles.of(person.id()))).isEmpty();
    }

    @Test
    void passwordHashesAreSeenByTheKeeperAndTheirOwnerOnly() {
        Staff person = people.staff(unit, Role.CLERK);
        String count = "select 1 from people.credential where staff = '" + person.id() + "' for share";
        assertThat(seen(people.actor(person), count)).isTrue();
        for (Staff other :
                new Staff[] {securityAdmin, people.staff(unit, Role.SUPERVISOR), people.staff(unit, Role.AUDIT_ADMIN)
                }) {
            assertThat(seen(people.actor(other), count)).isFalse();
        }
    }

    private boolean seen(Actor actor, String sql) {
        return as(
                actor,
                () -> new TransactionTemplate(transactions)
                        .execute(status ->
                                db.sql(sql).query(Integer.class).optional().isPresent()));
    }

    private UUID grant(Staff person, Role role) {
        return roles.grant(person, role, scope, "授权");
    }

    private int insertBySql(UUID staff, Role role, UUID by) {
        return insertBySql(staff, role, by, scope);
    }

    private int insertBySql(UUID staff, Role role, UUID by, Scope where) {
        return inTransaction("""
                insert into people.role_grant (id, staff, role, axis, value, granted_by, granted_at, reason)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', '%s', now(), 'by hand')""".formatted(staff, role, where.axis(), where.value(), by));
    }

    private int inTransaction(String sql) {
        Integer rows = new TransactionTemplate(transactions)
                .execute(status -> db.sql(sql).update());
        return rows == null ? 0 : rows;
    }
}
