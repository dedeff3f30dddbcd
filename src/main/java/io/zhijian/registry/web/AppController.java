package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.App;
import io.zhijian.registry.AppTab;
import io.zhijian.registry.Apps;
import io.zhijian.registry.Register;
import io.zhijian.registry.Stage;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Entry;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One app: its entry, its life, its history, and the stage a supervisor sets. */
@Controller
class AppController {

    private final Apps apps;
    private final Register register;
    private final Drafts drafts;
    private final Units units;
    private final Findings findings;
    private final ObjectProvider<AppTab> tabs;

    AppController(
            Apps apps, Register register, Drafts drafts, Units units, Findings findings, ObjectProvider<AppTab> tabs) {
        this.apps = apps;
        this.register = register;
        this.drafts = drafts;
        this.units = units;
        this.findings = findings;
        this.tabs = tabs;
    }

    @GetMapping("/apps/{id}")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable UUID id, Model model) {
        App app = apps.get(id);
        List<Finding> found = app.published() ? List.of() : findings.of(app.ref());
        model.addAttribute(
                "page",
                new AppPage(
                        app,
                        shown(List.of(app.entry())),
                        found,
                        Timeline.of(apps.moves(id), apps.versions(id), found),
                        tabs.orderedStream().filter(tab -> tab.shows(app)).toList(),
                        !app.published() && Actor.current().may(Role.Power.EDIT, app.jurisdiction()),
                        !app.published() && Actor.current().may(Role.Power.DECIDE, app.jurisdiction()),
                        drafts.saved(id).isPresent()));
        return "registry/app";
    }

    @GetMapping("/apps/{id}/history")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String history(@PathVariable UUID id, Model model) {
        App app = apps.get(id);
        var versions = apps.versions(id);
        Shown shown = shown(versions.stream().map(version -> version.entry()).toList());
        model.addAttribute("page", new HistoryPage(app, versions, shown));
        return "registry/history";
    }

    @GetMapping("/apps/{id}/stage")
    @Access(roles = Role.SUPERVISOR)
    String stage(@PathVariable UUID id, Model model) {
        model.addAttribute("page", new StagePage(movable(id), "", "", ""));
        return "registry/stage";
    }

    @PostMapping("/apps/{id}/stage")
    @Access(roles = Role.SUPERVISOR)
    String setStage(
            @PathVariable UUID id,
            @RequestParam Stage from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        App app = movable(id);
        String problem = StagePage.problem(to, reason);
        if (!problem.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new StagePage(app, to, reason, problem));
            return "registry/stage";
        }
        register.setStage(id, from, Stage.valueOf(to), reason.strip());
        return "redirect:/apps/" + id;
    }

    private App movable(UUID id) {
        App app = apps.get(id);
        if (app.published()) {
            throw Refusal.forbidden("registry.published");
        }
        Actor.current().require(Role.Power.DECIDE, app.jurisdiction());
        return app;
    }

    private Shown shown(List<Entry> entries) {
        List<UUID> ids = new ArrayList<>();
        for (Entry entry : entries) {
            ids.addAll(entry.users());
            if (entry.host() != null) {
                ids.add(entry.host());
            }
        }
        return new Shown(units.findAll(ids.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Unit::id, Function.identity())));
    }
}
