package io.zhijian.people.setup;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitFacts;
import io.zhijian.people.Units;
import io.zhijian.people.signin.Passwords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The very first unit and the three administrators of a new installation; once anybody exists, nothing more comes of it. */
@Service
public class FirstAdministrators {

    /** The three, in the order in which they are asked for. */
    public static final List<Role> THREE = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    /** Keeps two set-ups at the same moment apart; any number nobody else uses. */
    private static final long SETUP_LOCK = 0x7A68696A69616EL;

    private final JdbcClient db;
    private final Units units;
    private final StaffAccounts accounts;
    private final RoleGrants roles;

    FirstAdministrators(JdbcClient db, Units units, StaffAccounts accounts, RoleGrants roles) {
        this.db = db;
        this.units = units;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** One of the three, with a password of their own choice. */
    public record Person(Role role, StaffFacts facts, String password) {

        @Override
        public String toString() {
            return role + " " + facts.login();
        }
    }

    /** Works before anybody exists; bind it around {@link #needed} and {@link #create}. */
    public static Actor service() {
        return Actor.service("first-start", Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    }

    /** Whether nobody exists yet. */
    @Transactional(readOnly = true)
    public boolean needed() {
        return !db.sql("select exists (select from people.staff)")
                .query(Boolean.class)
                .single();
    }

    /** Creates the first unit and the three administrators over everything. */
    @Transactional
    public void create(UnitFacts root, List<Person> three, String reason) {
        db.sql("select pg_advisory_xact_lock(:key)")
                .param("key", SETUP_LOCK)
                .query()
                .singleRow();
        if (!needed()) {
            throw Refusal.conflict("people.setup-done");
        }
        Set<Role> named = three.stream().map(Person::role).collect(Collectors.toSet());
        if (three.size() != THREE.size() || !named.equals(Set.copyOf(THREE))) {
            throw Refusal.invalid("people.setup-three");
        }
        Unit unit = units.create(null, root, reason);
        Scope everywhere = new Scope(Scope.Axis.UNIT, "/");
        for (Person person : three) {
            Passwords.problem(person.password(), person.facts().login()).ifPresent(refusal -> {
                throw refusal;
            });
            Staff staff = accounts.create(unit.id(), person.facts(), person.password(), false, reason);
            roles.grant(staff, person.role(), everywhere, reason);
        }
    }
}
