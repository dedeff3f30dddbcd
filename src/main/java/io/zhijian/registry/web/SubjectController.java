package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectTab;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.export.DataExports;
import io.zhijian.registry.life.Stage;
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

/** One subject: its entry, its life, its history, and the stage a supervisor sets. */
@Controller
class SubjectController {

    private final Subjects subjects;
    private final Register register;
    private final Drafts drafts;
    private final Units units;
    private final Findings findings;
    private final DataExports exports;
    private final ObjectProvider<SubjectTab> tabs;

    SubjectController(
            Subjects subjects,
            Register register,
            Drafts drafts,
            Units units,
            Findings findings,
            DataExports exports,
            ObjectProvider<SubjectTab> tabs) {
        this.subjects = subjects;
        this.register = register;
        this.drafts = drafts;
        this.units = units;
        this.findings = findings;
        this.exports = exports;
        this.tabs = tabs;
    }

    @GetMapping(Kinds.PATH + "/{id}")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable String kinds, @PathVariable UUID id, Model model) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        List<Finding> found = subject.published() ? List.of() : findings.of(subject.ref());
        model.addAttribute(
                "page",
                new SubjectPage(
                        subject,
                        shown(List.of(subject.entry())),
                        found,
                        Timeline.of(subject.kind(), subjects.moves(id), subjects.versions(id), found, exports.of(id)),
                        tabs.orderedStream().filter(tab -> tab.shows(subject)).toList(),
                        subjects.openMoves(subject),
                        !subject.published() && Actor.current().may(Role.Power.EDIT, subject.jurisdiction()),
                        !subject.published() && Actor.current().may(Role.Power.DECIDE, subject.jurisdiction()),
                        drafts.saved(id).isPresent()));
        return "registry/subject";
    }

    @GetMapping(Kinds.PATH + "/{id}/history")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String history(@PathVariable String kinds, @PathVariable UUID id, Model model) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        var versions = subjects.versions(id);
        Shown shown = shown(versions.stream().map(version -> version.entry()).toList());
        model.addAttribute("page", new HistoryPage(subject, versions, shown));
        return "registry/history";
    }

    @GetMapping(Kinds.PATH + "/{id}/stage")
    @Access(roles = Role.SUPERVISOR)
    String stage(@PathVariable String kinds, @PathVariable UUID id, Model model) {
        model.addAttribute("page", new StagePage(movable(kinds, id), "", "", ""));
        return "registry/stage";
    }

    @PostMapping(Kinds.PATH + "/{id}/stage")
    @Access(roles = Role.SUPERVISOR)
    String setStage(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam Stage from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        Subject subject = movable(kinds, id);
        String problem = StagePage.problem(subject, to, reason);
        if (!problem.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new StagePage(subject, to, reason, problem));
            return "registry/stage";
        }
        register.setStage(id, from, Stage.valueOf(to), reason.strip());
        return "redirect:" + subject.href();
    }

    private Subject movable(String kinds, UUID id) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        Actor.current().require(Role.Power.DECIDE, subject.jurisdiction());
        return subject;
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
