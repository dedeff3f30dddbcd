package io.zhijian.people.web.me;

import io.zhijian.base.Role;
import io.zhijian.people.Staff;
import io.zhijian.people.Unit;
import io.zhijian.people.signin.Session;
import java.util.List;
import java.util.UUID;

/**
 * The own account.
 *
 * @param present the session this page was asked for in
 * @param done key of a note on what was just done, or empty
 */
public record AccountPage(
        Staff staff, Unit unit, List<HeldRole> roles, List<Session> sessions, UUID present, String done) {

    /** A role and, in words, how far it reaches. */
    public record HeldRole(Role role, String reach) {}
}
