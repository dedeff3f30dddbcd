package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import io.zhijian.base.WorkItems;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
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
    private final Subjects subjects;

    RegistryMenu(Drafts drafts, Subjects subjects) {
        this.drafts = drafts;
        this.subjects = subjects;
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
                        draft.base() + draft.shape().steps().getFirst().path(),
                        1,
                        null,
                        t("registry.work.draft.if-nothing")));
            }
            for (SubjectKind kind : SubjectKind.values()) {
                long incomplete = subjects.countToComplete(kind);
                if (incomplete > 0) {
                    items.add(new Item(
                            t(kind.textKey("work.to-complete")),
                            "/" + kind.path() + "?toComplete=true",
                            incomplete,
                            null,
                            t("registry.work.to-complete.if-nothing")));
                }
            }
        }
        return items;
    }
}
