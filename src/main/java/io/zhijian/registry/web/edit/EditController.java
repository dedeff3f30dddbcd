package io.zhijian.registry.web.edit;

import io.zhijian.base.Access;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.web.Kinds;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filling in step by step; every button of a step saves first. */
@Controller
class EditController {

    private final Drafts drafts;
    private final Subjects subjects;
    private final EditPages pages;

    EditController(Drafts drafts, Subjects subjects, EditPages pages) {
        this.drafts = drafts;
        this.subjects = subjects;
        this.pages = pages;
    }

    @GetMapping(Kinds.PATH + "/new")
    @Access(roles = Role.CLERK)
    String blank(@PathVariable String kinds, Model model) {
        Draft draft = drafts.blank(Kinds.of(kinds), Ids.next());
        Step first = draft.shape().steps().getFirst();
        model.addAttribute("page", pages.step(draft, first, List.of(), Map.of()));
        return "registry/edit";
    }

    @GetMapping(Kinds.PATH + "/{id}/edit")
    @Access(roles = Role.CLERK)
    String start(@PathVariable String kinds, @PathVariable UUID id) {
        Draft draft = open(kinds, id);
        return "redirect:" + draft.base() + draft.shape().steps().getFirst().path();
    }

    @GetMapping(Kinds.PATH + "/{id}/edit/{step}")
    @Access(roles = Role.CLERK)
    String show(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam Map<String, String> wish,
            Model model) {
        Draft draft = open(kinds, id);
        Step at = step(kinds, step);
        List<Problem> problems = pages.problems(draft, at, "true".equals(wish.get("checked")));
        model.addAttribute("page", pages.step(draft, at, problems, wish));
        return "registry/edit";
    }

    @PostMapping(Kinds.PATH + "/{id}/edit/{step}")
    @Access(roles = Role.CLERK)
    String save(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Step at = step(kinds, step);
        Draft draft = "true".equals(typed.get("fresh"))
                ? drafts.saved(id).orElseGet(() -> drafts.blank(Kinds.of(kinds), id))
                : open(kinds, id);
        String action = typed.getOrDefault("action", "stay");
        draft = drafts.save(draft, at, without(typed, action));
        if (action.equals("next") && pages.problems(draft, at, true).stream().anyMatch(Problem::blocks)) {
            return again(draft, at, model, response);
        }
        return "redirect:" + target(draft, at, action, typed);
    }

    @GetMapping(Kinds.PATH + "/{id}/edit/discard")
    @Access(roles = Role.CLERK)
    String askDiscard(@PathVariable String kinds, @PathVariable UUID id, Model model) {
        model.addAttribute("page", new DiscardPage(open(kinds, id)));
        return "registry/discard";
    }

    @PostMapping(Kinds.PATH + "/{id}/edit/discard")
    @Access(roles = Role.CLERK)
    String discard(@PathVariable String kinds, @PathVariable UUID id) {
        open(kinds, id);
        drafts.discard(id);
        return "redirect:/" + kinds + (subjects.find(id).isPresent() ? "/" + id : "");
    }

    /** What may be left out is not walked through; whoever wants it finds it in the list of steps. */
    private static boolean skips(Step at, Step next) {
        return next.mayBeSkipped() && !at.mayBeSkipped();
    }

    /** The draft, if it is of the kind that the address says. */
    private Draft open(String kinds, UUID id) {
        Draft draft = drafts.open(id);
        if (draft.kind() != Kinds.of(kinds)) {
            throw Refusal.notFound("registry.subject-unknown");
        }
        return draft;
    }

    private static Step step(String kinds, String step) {
        return Kinds.of(kinds).shape().step(step).orElseThrow(() -> Refusal.notFound("page.not-found"));
    }

    private String again(Draft draft, Step at, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("page", pages.step(draft, at, pages.problems(draft, at, true), Map.of()));
        return "registry/edit";
    }

    private static Map<String, String> without(Map<String, String> typed, String action) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        if (action.startsWith("remove:")) {
            String row = action.substring("remove:".length());
            kept.keySet().removeIf(key -> key.equals(row) || key.startsWith(row + "."));
        }
        return kept;
    }

    private String target(Draft draft, Step at, String action, Map<String, String> typed) {
        String base = draft.base();
        String here = base + at.path();
        if (action.startsWith("go:")) {
            String to = action.substring(3);
            return draft.shape().step(to).isPresent() || to.equals("review") ? base + to : here;
        }
        if (action.startsWith("add:")) {
            String group = action.substring(4);
            return draft.shape().groups().contains(group) ? here + "?more=" + group + "#" + anchor(draft, group) : here;
        }
        if (action.startsWith("find:")) {
            String field = action.substring(5).equals("users[]") ? "users[]" : "host";
            return here + "?" + EditPages.query(field, typed.getOrDefault("find." + field, "")) + "#f-"
                    + field.replace("[]", "-0");
        }
        return switch (action) {
            case "next" ->
                base
                        + at.next()
                                .filter(step -> !skips(at, step))
                                .map(Step::path)
                                .orElse("review");
            case "back" -> at.previous().map(step -> base + step.path()).orElse(here);
            case "leave" -> "/";
            case "near" -> here + "?near=true#near";
            default -> here;
        };
    }

    private static String anchor(Draft draft, String group) {
        List<Integer> rows = draft.typed().rows(group);
        int next = rows.isEmpty() ? 0 : rows.getLast() + 1;
        return "f-" + draft.shape().fieldsOf(group).getFirst().key(next).replace('.', '-');
    }
}
