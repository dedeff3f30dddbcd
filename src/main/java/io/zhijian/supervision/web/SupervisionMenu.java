package io.zhijian.supervision.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The overview in the menu. */
@Component
class SupervisionMenu implements Navigation {

    private static final Set<Role> READERS =
            Set.of(Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR);

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return READERS.stream().anyMatch(actor::is)
                ? List.of(new Entry(40, "supervision.menu", "/overview"))
                : List.of();
    }
}
