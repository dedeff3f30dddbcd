package io.zhijian.registry.nearest.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Units;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectVersion;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.nearest.NearestApps;
import io.zhijian.registry.nearest.Seeker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Apps like one: on a page of their own, and beside a form while it is being filled in. */
@Controller
class NearestController {

    private final Subjects subjects;
    private final Drafts drafts;
    private final Units units;
    private final NearestApps nearest;

    NearestController(Subjects subjects, Drafts drafts, Units units, NearestApps nearest) {
        this.subjects = subjects;
        this.drafts = drafts;
        this.units = units;
        this.nearest = nearest;
    }

    @GetMapping("/apps/{id}/nearest")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable UUID id, Model model) {
        Subject app = subjects.get(SubjectKind.APP, id);
        if (app.published()) {
            throw Refusal.notFound("page.not-found");
        }
        Seeker seeker = Seeker.of(app);
        List<SubjectVersion> versions = subjects.versions(id);
        Instant entered =
                versions.isEmpty() ? app.updatedAt() : versions.getLast().at();
        model.addAttribute("page", new NearestPage(app, seeker.saysEnough(), entered, nearest.of(seeker)));
        return "nearest/nearest";
    }

    /** As typed, saved or not; nothing is saved by asking. */
    @PostMapping("/apps/{id}/edit/nearest")
    @Access(roles = Role.CLERK)
    String typing(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
        Draft draft = "true".equals(typed.get("fresh"))
                ? drafts.saved(id).orElseGet(() -> drafts.blank(SubjectKind.APP, id))
                : drafts.open(id);
        Step step = SubjectKind.APP
                .shape()
                .step(typed.getOrDefault("step", ""))
                .filter(asked -> draft.kind() == SubjectKind.APP)
                .orElseThrow(() -> Refusal.notFound("page.not-found"));
        Entry entry = draft.shape().read(draft.typed().with(step, typed)).entry();
        model.addAttribute("page", Typing.of(draft, step, entry, nearest, units));
        return "nearest/found";
    }
}
