package io.zhijian.people;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Fictitious units and people of 示例省 for tests: each call makes new ones, under names nobody else has. */
public final class TestPeople {

    /** Everybody's password. */
    public static final String PASSWORD = "correct-horse-battery";

    /** The code of the fictitious province. */
    public static final String REGION = "990000000000";

    private static final String REASON = "测试";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Units units;
    private final StaffAccounts accounts;
    private final RoleGrants roles;

    public TestPeople(ApplicationContext context) {
        this.units = context.getBean(Units.class);
        this.accounts = context.getBean(StaffAccounts.class);
        this.roles = context.getBean(RoleGrants.class);
    }

    /** Keeps units, staff and roles over everything. */
    public static Actor keeper() {
        return Actor.service("test-keeper", Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    }

    /** A new top of a tree. */
    public Unit province() {
        return as(keeper(), () -> units.create(null, facts("示例省", UnitLevel.PROVINCE, REGION), REASON));
    }

    public Unit unit(Unit parent, UnitLevel level) {
        return as(keeper(), () -> units.create(parent.id(), facts("示例单位", level, parent.region()), REASON));
    }

    public static UnitFacts facts(String name, UnitLevel level, String region) {
        return new UnitFacts(
                name + COUNT.incrementAndGet(), level, region, null, null, Set.of(UnitKind.HOST), "0990-1234567");
    }

    /** A person whose roles reach the own unit and all under it. */
    public Staff staff(Unit unit, Role... held) {
        return staffWith(
                unit,
                Arrays.stream(held)
                        .map(role -> new Grant(role, new Scope(Scope.Axis.UNIT, unit.path())))
                        .toList());
    }

    /** A person whose roles reach everything, as those of the first administrators do. */
    public Staff administrator(Unit unit, Role role) {
        return staffWith(unit, List.of(new Grant(role, new Scope(Scope.Axis.UNIT, "/"))));
    }

    public Staff staffWith(Unit unit, List<Grant> grants) {
        StaffFacts facts = new StaffFacts("某人", "someone" + COUNT.incrementAndGet(), null);
        return as(keeper(), () -> {
            Staff staff = accounts.create(unit.id(), facts, PASSWORD, false, REASON);
            grants.forEach(grant -> roles.grant(staff, grant.role(), grant.scope(), REASON));
            return staff;
        });
    }

    /** The person as the actor they are after signing in. */
    public Actor actor(Staff staff) {
        List<Grant> grants = as(keeper(), () -> roles.of(staff.id())).stream()
                .map(held -> new Grant(held.role(), held.scope()))
                .toList();
        return new Actor(Actor.Kind.STAFF, staff.id(), staff.name(), staff.jurisdiction(), grants);
    }

    public static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(Actor.CURRENT, actor).call(work);
    }

    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(Actor.CURRENT, actor).run(work);
    }
}
