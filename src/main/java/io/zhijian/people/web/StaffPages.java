package io.zhijian.people.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.AccountSecurity;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.people.signin.Session;
import io.zhijian.people.signin.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the page of one account, which keeping it and securing it both return to. */
@Component
class StaffPages {

    private final StaffAccounts accounts;
    private final Units units;
    private final RoleGrants roles;
    private final Sessions sessions;
    private final AccountSecurity security;
    private final ScopeWords scopes;

    StaffPages(
            StaffAccounts accounts,
            Units units,
            RoleGrants roles,
            Sessions sessions,
            AccountSecurity security,
            ScopeWords scopes) {
        this.accounts = accounts;
        this.units = units;
        this.roles = roles;
        this.sessions = sessions;
        this.security = security;
        this.scopes = scopes;
    }

    StaffPage of(UUID id, @Nullable String issued, Form form) {
        Actor actor = Actor.current();
        Staff staff = accounts.get(id);
        Unit unit = units.get(staff.unit());
        boolean oneself = actor.id().equals(id);
        boolean maySecure = actor.may(Role.Power.ROLES, staff.jurisdiction());
        List<StaffPage.Held> held = roles.of(id).stream()
                .map(role -> new StaffPage.Held(
                        role.id(), role.role(), scopes.of(role.scope()), role.grantedAt(), role.reason()))
                .toList();
        List<Session> running = maySecure ? sessions.running(id) : List.of();
        Instant locked = maySecure ? security.lockedUntil(staff).orElse(null) : null;
        return new StaffPage(
                staff,
                unit,
                held,
                running,
                locked,
                actor.may(Role.Power.STAFF, staff.jurisdiction()),
                maySecure,
                oneself,
                issued,
                maySecure ? choices(actor, unit) : List.of(),
                form);
    }

    /** What can be granted by choosing: the unit, each one above within the own reach, its region, its line, everything. */
    private List<StaffPage.Choice> choices(Actor actor, Unit unit) {
        List<Scope> all = new ArrayList<>();
        units.lineage(unit).reversed().forEach(above -> all.add(new Scope(Scope.Axis.UNIT, above.path())));
        all.add(new Scope(Scope.Axis.REGION, unit.region()));
        if (unit.line() != null) {
            all.add(new Scope(Scope.Axis.LINE, unit.line()));
        }
        all.add(new Scope(Scope.Axis.UNIT, "/"));
        return all.stream()
                .filter(scope -> RoleGrants.mayGive(actor, scope))
                .map(scope -> new StaffPage.Choice(scope, scopes.of(scope)))
                .toList();
    }
}
