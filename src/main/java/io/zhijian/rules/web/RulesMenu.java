package io.zhijian.rules.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Role;
import io.zhijian.base.WorkItems;
import io.zhijian.rules.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Findings and rulebook in the menu; what waits for a decision, and what waits to be put right. */
@Component
class RulesMenu implements Navigation, WorkItems {

    private static final Set<Role> READERS =
            Set.of(Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR);

    private final Findings findings;

    RulesMenu(Findings findings) {
        this.findings = findings;
    }

    @Override
    public List<Entry> entriesFor(Actor actor) {
        List<Entry> entries = new ArrayList<>();
        if (READERS.stream().anyMatch(actor::is)) {
            entries.add(new Entry(30, "rules.findings", "/findings"));
        }
        if (actor.signedIn()) {
            entries.add(new Entry(70, "rules.rulebook", "/rulebook"));
        }
        return entries;
    }

    @Override
    public List<Item> waitingFor(Actor actor) {
        List<Item> items = new ArrayList<>();
        if (actor.is(Role.SUPERVISOR)) {
            add(
                    items,
                    t("rules.work.decide"),
                    "/findings?state=OPEN",
                    findings.waiting(Role.Power.DECIDE),
                    t("rules.work.decide.if-nothing"));
        }
        if (actor.is(Role.CLERK)) {
            add(
                    items,
                    t("rules.work.mend"),
                    "/findings",
                    findings.waiting(Role.Power.EDIT),
                    t("rules.work.mend.if-nothing"));
        }
        return items;
    }

    private static void add(List<Item> items, String title, String href, long count, String ifNothing) {
        if (count > 0) {
            items.add(new Item(title, href, count, null, ifNothing));
        }
    }
}
