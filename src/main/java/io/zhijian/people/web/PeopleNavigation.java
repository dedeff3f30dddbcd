package io.zhijian.people.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.base.WorkItems;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module offers to the menu and to the work page. */
@Component
class PeopleNavigation implements Navigation, WorkItems {

    private static final int WORK = 0;
    private static final int UNITS = 80;

    private final StaffAccounts accounts;

    PeopleNavigation(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return actor.signedIn()
                ? List.of(new Entry(WORK, "people.work", "/"), new Entry(UNITS, "people.units", "/units"))
                : List.of();
    }

    /** The security administrator gives new accounts their first role. */
    @Override
    public List<Item> waitingFor(Actor actor) {
        if (!actor.is(Role.SECURITY_ADMIN)) {
            return List.of();
        }
        List<Staff> without = accounts.withoutRole();
        return without.isEmpty()
                ? List.of()
                : List.of(new Item(
                        Texts.t("people.waiting.without-role"),
                        "/staff?without=role",
                        without.size(),
                        null,
                        Texts.t("people.waiting.without-role.if-nothing")));
    }
}
