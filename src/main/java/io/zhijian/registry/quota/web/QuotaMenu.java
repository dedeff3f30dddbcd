package io.zhijian.registry.quota.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Quotas in the menu of those who set them. */
@Component
class QuotaMenu implements Navigation {

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return actor.is(Role.SUPERVISOR) ? List.of(new Entry(26, "quota.menu", "/quotas")) : List.of();
    }
}
