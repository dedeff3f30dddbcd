package io.zhijian.registry.export.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.export.DataExport.State;
import io.zhijian.registry.export.DataExports;
import io.zhijian.registry.export.DataOrder;
import io.zhijian.registry.export.Purposes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What leaves an app of points, ranks and times: asked beforehand, refused for appraisals, told where it came out. */
@Controller
class DataExportsController {

    private final Subjects subjects;
    private final DataExports exports;
    private final Purposes purposes;

    DataExportsController(Subjects subjects, DataExports exports, Purposes purposes) {
        this.subjects = subjects;
        this.exports = exports;
        this.purposes = purposes;
    }

    @GetMapping("/apps/{id}/data-exports")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", page(own(id), Map.of(), ""));
        return "export/data";
    }

    @PostMapping("/apps/{id}/data-exports")
    @Access(roles = Role.CLERK)
    String ask(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        Subject app = own(id);
        return answer(app, typed, model, response, () -> {
            if (exports.ask(id, order(typed)) == State.REFUSED) {
                throw Refusal.forbidden(
                        "export.refused",
                        purposes.find(typed.getOrDefault("purpose", ""))
                                .map(purpose -> purpose.basis().words())
                                .orElse(""));
            }
        });
    }

    @PostMapping("/apps/{id}/data-exports/found")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String found(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        return answer(own(id), typed, model, response, () -> exports.found(id, order(typed)));
    }

    @PostMapping("/apps/{id}/data-exports/stopped")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String stopped(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        return answer(own(id), typed, model, response, () -> exports.stopped(id, typed.getOrDefault("why", "")));
    }

    private String answer(
            Subject app, Map<String, String> typed, Model model, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:" + app.href() + "/data-exports";
        } catch (Refusal refusal) {
            if (!refusal.code().startsWith("export.")) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(app, typed, refusal.words()));
            return "export/data";
        }
    }

    private DataExportsPage page(Subject app, Map<String, String> typed, String refused) {
        Actor actor = Actor.current();
        boolean edits = actor.may(Role.Power.EDIT, app.jurisdiction());
        return new DataExportsPage(
                app,
                exports.of(app.id()),
                purposes.offered(),
                edits,
                edits || actor.may(Role.Power.DECIDE, app.jurisdiction()),
                typed,
                refused);
    }

    private Subject own(UUID id) {
        Subject app = subjects.get(SubjectKind.APP, id);
        if (app.published()) {
            throw Refusal.notFound("page.not-found");
        }
        return app;
    }

    private static DataOrder order(Map<String, String> typed) {
        String listed = typed.getOrDefault("what", "");
        return new DataOrder(
                listed.isEmpty() ? typed.getOrDefault("other", "") : listed,
                typed.getOrDefault("recipient", ""),
                typed.getOrDefault("purpose", ""),
                typed.getOrDefault("why", ""));
    }
}
