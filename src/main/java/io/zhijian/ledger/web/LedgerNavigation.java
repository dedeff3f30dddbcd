package io.zhijian.ledger.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ledger stands in the menu of those who audit. */
@Component
class LedgerNavigation implements Navigation {

    private static final int ORDER = 90;

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return actor.is(Role.AUDITOR) || actor.is(Role.AUDIT_ADMIN)
                ? List.of(new Entry(ORDER, "ledger.title", "/ledger"))
                : List.of();
    }
}
