package io.zhijian.people;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which role where; granted and ended by the security administrator (power roles), never to oneself.
 *
 * <p>The three administrators 三员 are separate persons and hold no business role; the table's constraints say so too.
 */
@Service
public class RoleGrants {

    /** A role a person holds now: since when, and why it was granted. */
    public record Held(
            UUID id, UUID staff, Role role, Scope.Axis axis, String value, Instant grantedAt, String reason) {

        public Scope scope() {
            return new Scope(axis, value);
        }
    }

    private final JdbcClient db;
    private final Ledger ledger;
    private final Clock clock;

    RoleGrants(JdbcClient db, Ledger ledger, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The roles a person holds now, as far as the actor may know them. */
    @Transactional(readOnly = true)
    public List<Held> of(UUID staff) {
        return db.sql("""
                select id, staff, role, axis, value, granted_at, reason from people.role_grant
                 where staff = :staff and revoked_at is null order by granted_at, id""").param("staff", staff).query(Held.class).list();
    }

    /** Gives a person a role within a scope; it takes effect with the person's next request. */
    @Transactional
    public UUID grant(Staff staff, Role role, Scope scope, String reason) {
        refuseOneself(staff);
        refuseScope(scope);
        Actor.current().require(Role.Power.ROLES, staff.jurisdiction());
        if (of(staff.id()).stream().anyMatch(held -> clash(held.role(), role))) {
            throw Refusal.conflict("people.administrators-apart");
        }
        UUID id = Ids.next();
        insert(id, staff, role, scope, Words.reason(reason));
        record("role.granted", staff, role, scope, reason);
        return id;
    }

    private void insert(UUID id, Staff staff, Role role, Scope scope, String reason) {
        try {
            db.sql("""
                    insert into people.role_grant (id, staff, role, axis, value, granted_by, granted_at, reason)
                    values (:id, :staff, :role, :axis, :value, :by, :now, :reason)""")
                    .param("id", id)
                    .param("staff", staff.id())
                    .param("role", role.name())
                    .param("axis", scope.axis().name())
                    .param("value", scope.value())
                    .param("by", Actor.current().id())
                    .param("now", now())
                    .param("reason", reason)
                    .update();
        } catch (DuplicateKeyException held) {
            throw Refusal.conflict("people.role-held");
        } catch (DataIntegrityViolationException apart) {
            // two grants at the same moment: the constraint sees what the check above could not
            throw Refusal.conflict("people.administrators-apart");
        }
    }

    /** Ends a grant; it takes effect with the person's next request. */
    @Transactional
    public void revoke(Staff staff, UUID grant, String reason) {
        refuseOneself(staff);
        Actor.current().require(Role.Power.ROLES, staff.jurisdiction());
        Held held = of(staff.id()).stream()
                .filter(role -> role.id().equals(grant))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("people.role-unknown"));
        if (held.role().isAdministrator()) {
            refuseIfLastAdministrator(staff.id());
        }
        db.sql("""
                update people.role_grant set revoked_by = :by, revoked_at = :now, revoke_reason = :reason
                 where id = :id and revoked_at is null""")
                .param("by", Actor.current().id())
                .param("now", now())
                .param("reason", Words.reason(reason))
                .param("id", grant)
                .update();
        record("role.revoked", staff, held.role(), held.scope(), reason);
    }

    /** Without one of the three administrators the installation could not be kept; refuses to take the last one away. */
    void refuseIfLastAdministrator(UUID staff) {
        boolean last = db.sql("""
                select exists (
                  select from people.role_grant mine
                   where mine.staff = :staff and mine.revoked_at is null and mine.family <> 'BUSINESS'
                     and not exists (
                       select from people.role_grant other join people.staff s on s.id = other.staff
                        where other.role = mine.role and other.staff <> :staff and other.revoked_at is null
                          and s.disabled_at is null))""").param("staff", staff).query(Boolean.class).single();
        if (last) {
            throw Refusal.conflict("people.last-administrator");
        }
    }

    private static void refuseOneself(Staff staff) {
        if (Actor.current().id().equals(staff.id())) {
            throw Refusal.forbidden("people.not-oneself");
        }
    }

    /** A scope must be well formed, and no wider than that of the one who gives it. */
    private static void refuseScope(Scope scope) {
        boolean sound = switch (scope.axis()) {
            case UNIT -> scope.value().matches("/([0-9]+/)*");
            case REGION -> Regions.problem(scope.value()).isEmpty();
            case LINE -> Words.lineProblem(scope.value(), UnitFacts.LINE_LENGTH).isEmpty();
        };
        if (!sound) {
            throw Refusal.invalid("people.scope-form");
        }
        if (!mayGive(Actor.current(), scope)) {
            throw Refusal.forbidden("people.scope-too-wide");
        }
    }

    /** Whether the actor's own power over roles goes as far as this scope. */
    public static boolean mayGive(Actor actor, Scope scope) {
        return actor.grants().stream()
                .filter(grant -> grant.role().has(Role.Power.ROLES))
                .anyMatch(grant -> holds(grant.scope(), scope));
    }

    private static boolean holds(Scope wide, Scope narrow) {
        boolean everywhere = wide.axis() == Scope.Axis.UNIT && wide.value().equals("/");
        return everywhere
                || wide.axis() == narrow.axis()
                        && switch (wide.axis()) {
                            case UNIT -> narrow.value().startsWith(wide.value());
                            case REGION -> narrow.value().startsWith(Scope.regionStem(wide.value()));
                            case LINE -> narrow.value().equals(wide.value());
                        };
    }

    private static boolean clash(Role held, Role wanted) {
        return held != wanted && (held.isAdministrator() || wanted.isAdministrator());
    }

    private void record(String action, Staff staff, Role role, Scope scope, String reason) {
        Map<String, String> details = Map.of(
                "name", staff.name(), "role", role.name(), "axis", scope.axis().name(), "value", scope.value());
        ledger.write(action, new SubjectRef("staff", staff.id()), staff.jurisdiction(), Words.reason(reason), details);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
