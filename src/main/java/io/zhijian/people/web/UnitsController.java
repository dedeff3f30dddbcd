package io.zhijian.people.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.people.Regions;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking units up: tree, search, one unit. */
@Controller
class UnitsController {

    private static final int HITS = 50;
    private static final Set<Role> SEE_STAFF =
            EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.AUDITOR);

    private final Units units;
    private final StaffAccounts accounts;

    UnitsController(Units units, StaffAccounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/units")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        List<Unit> found = q.isBlank() ? units.children(null) : units.search(q, HITS + 1);
        boolean more = !q.isBlank() && found.size() > HITS;
        List<Unit> shown = more ? found.subList(0, HITS) : found;
        boolean keeper = Actor.current().is(Role.SYSTEM_ADMIN);
        model.addAttribute("page", new UnitsPage(q.strip(), shown, more, keeper));
        return "people/units";
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/units/{id}/branch")
    String branch(@PathVariable UUID id, Model model) {
        model.addAttribute("page", new UnitsPage.Branch(units.children(id)));
        return "people/units-branch";
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/units/{id}")
    String show(@PathVariable UUID id, Model model) {
        Actor actor = Actor.current();
        Unit unit = units.get(id);
        List<Unit> lineage = units.lineage(unit);
        boolean seesStaff = actor.roles().stream().anyMatch(SEE_STAFF::contains);
        List<Staff> staff = seesStaff ? accounts.ofUnit(id) : List.of();
        boolean mayKeep = actor.may(Role.Power.STAFF, unit.jurisdiction());
        String region = Regions.divisionOf(unit.region())
                .map(Regions.Division::name)
                .orElseGet(() -> Texts.t("people.scope.country"));
        model.addAttribute(
                "page",
                new UnitPage(
                        unit,
                        region,
                        lineage.subList(0, lineage.size() - 1),
                        units.children(id),
                        staff,
                        mayKeep,
                        seesStaff));
        return "people/unit";
    }
}
