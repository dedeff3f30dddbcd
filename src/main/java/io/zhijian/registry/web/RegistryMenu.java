package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import io.zhijian.base.WorkItems;
import io.zhijian.registry.Apps;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The register in the menu, and what of it waits on a clerk's work page. */
@Component
class RegistryMenu implements Navigation, WorkItems {

    private static final Set<Role> READERS =
            Set.of(Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR);

    private final Drafts drafts;
    private final Apps apps;

    RegistryMenu(Drafts drafts, Apps apps) {
        this.drafts = drafts;
        this.apps = apps;
    }

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return READERS.stream().anyMatch(actor::is) ? List.of(new Entry(20, "registry.menu", "/apps")) : List.of();
    }

    @Override
    public List<Item> waitingFor(Actor actor) {
        List<Item> items = new ArrayList<>();
        if (actor.is(Role.CLERK)) {
            for (Draft draft : drafts.mine()) {
                String name = draft.name().isBlank() ? t("registry.unnamed") : draft.name();
                items.add(new Item(
                        t("registry.work.draft", name),
                        AppLinks.stepHref(draft.app(), Step.IDENTITY),
                        1,
                        null,
                        t("registry.work.draft.if-nothing")));
            }
            long incomplete = apps.countToComplete();
            if (incomplete > 0) {
                items.add(new Item(
                        t("registry.work.to-complete"),
                        "/apps?toComplete=true",
                        incomplete,
                        null,
                        t("registry.work.to-complete.if-nothing")));
            }
        }
        return items;
    }
}
