package io.zhijian.people.web;

import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.Staff;
import io.zhijian.people.Unit;
import io.zhijian.people.signin.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account, as its administrators see it.
 *
 * @param mayKeep whether the reader may change and close it
 * @param maySecure whether the reader may grant roles and end sessions
 * @param issued a password just issued, shown this once
 * @param choices the scopes the reader can grant by choosing
 */
public record StaffPage(
        Staff staff,
        Unit unit,
        List<Held> roles,
        List<Session> sessions,
        @Nullable Instant lockedUntil,
        boolean mayKeep,
        boolean maySecure,
        boolean oneself,
        @Nullable String issued,
        List<Choice> choices,
        Form form) {

    /** A role held, and in words how far it reaches. */
    public record Held(UUID id, Role role, String reach, Instant since, String reason) {}

    /** A scope to choose: its value in the form and its words. */
    public record Choice(Scope scope, String words) {

        public String value() {
            return scope.axis().name() + ":" + scope.value();
        }
    }

    public List<Role> grantable() {
        return List.of(Role.values());
    }

    public boolean administrator() {
        return roles.stream().anyMatch(held -> held.role().isAdministrator());
    }
}
