package io.zhijian.base;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts now: a signed-in member of staff, a named service (a job, a listener, the portal), or nobody yet.
 *
 * <p>Bound to the running thread by {@link #CURRENT}; the database sees the same actor through the signed row context.
 */
public record Actor(
        Kind kind, UUID id, String name, @Nullable Jurisdiction home, List<Grant> grants) {

    /** Nobody is told apart from a person and from the system itself. */
    public enum Kind {
        STAFF,
        SERVICE,
        NOBODY
    }

    /** The actor of the running request or job; unbound means nobody. */
    public static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    /** Has not signed in; reaches no row. */
    public static final Actor NOBODY = new Actor(Kind.NOBODY, new UUID(0, 0), "nobody", null, List.of());

    public static Actor current() {
        return CURRENT.orElse(NOBODY);
    }

    /** A part of the system that works under its own name over all rows, such as "sweep" or "sign-in". */
    public static Actor service(String name, Role... roles) {
        Scope everywhere = new Scope(Scope.Axis.UNIT, "/");
        List<Grant> grants = java.util.Arrays.stream(roles)
                .map(role -> new Grant(role, everywhere))
                .toList();
        return new Actor(Kind.SERVICE, UUID.nameUUIDFromBytes(name.getBytes()), name, null, grants);
    }

    public boolean signedIn() {
        return kind == Kind.STAFF;
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        grants.forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether some role of the actor has this power over a row held there. */
    public boolean may(Role.Power power, Jurisdiction where) {
        return grants.stream()
                .anyMatch(grant -> grant.role().has(power) && grant.scope().covers(where));
    }

    /** Refuses, in the user's words, unless {@link #may}. */
    public void require(Role.Power power, Jurisdiction where) {
        if (!may(power, where)) {
            throw Refusal.forbidden("access.out-of-reach");
        }
    }

    public Optional<Jurisdiction> homeUnit() {
        return Optional.ofNullable(home);
    }
}
