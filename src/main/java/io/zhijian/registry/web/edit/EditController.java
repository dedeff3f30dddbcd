package io.zhijian.registry.web.edit;

import io.zhijian.base.Access;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Apps;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
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
    private final Apps apps;
    private final EditPages pages;

    EditController(Drafts drafts, Apps apps, EditPages pages) {
        this.drafts = drafts;
        this.apps = apps;
        this.pages = pages;
    }

    @GetMapping("/apps/new")
    @Access(roles = Role.CLERK)
    String blank(Model model) {
        model.addAttribute("page", pages.step(drafts.blank(Ids.next()), Step.IDENTITY, List.of(), Map.of()));
        return "registry/edit";
    }

    @GetMapping("/apps/{id}/edit")
    @Access(roles = Role.CLERK)
    String start(@PathVariable UUID id) {
        drafts.open(id);
        return "redirect:/apps/" + id + "/edit/" + Step.IDENTITY.path();
    }

    @GetMapping("/apps/{id}/edit/{step}")
    @Access(roles = Role.CLERK)
    String show(@PathVariable UUID id, @PathVariable String step, @RequestParam Map<String, String> wish, Model model) {
        Draft draft = drafts.open(id);
        Step at = Step.of(step).orElseThrow(() -> Refusal.notFound("page.not-found"));
        List<Problem> problems = pages.problems(draft, at, "true".equals(wish.get("checked")));
        model.addAttribute("page", pages.step(draft, at, problems, wish));
        return "registry/edit";
    }

    @PostMapping("/apps/{id}/edit/{step}")
    @Access(roles = Role.CLERK)
    String save(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Step at = Step.of(step).orElseThrow(() -> Refusal.notFound("page.not-found"));
        Draft draft = "true".equals(typed.get("fresh"))
                ? drafts.saved(id).orElseGet(() -> drafts.blank(id))
                : drafts.open(id);
        String action = typed.getOrDefault("action", "stay");
        draft = drafts.save(draft, at, without(typed, action));
        if (action.equals("next") && pages.problems(draft, at, true).stream().anyMatch(Problem::blocks)) {
            return again(draft, at, model, response);
        }
        return "redirect:" + target(draft, at, action, typed);
    }

    @GetMapping("/apps/{id}/edit/discard")
    @Access(roles = Role.CLERK)
    String askDiscard(@PathVariable UUID id, Model model) {
        model.addAttribute("page", new DiscardPage(drafts.open(id)));
        return "registry/discard";
    }

    @PostMapping("/apps/{id}/edit/discard")
    @Access(roles = Role.CLERK)
    String discard(@PathVariable UUID id) {
        drafts.open(id);
        drafts.discard(id);
        return "redirect:" + (apps.find(id).isPresent() ? "/apps/" + id : "/apps");
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
        String base = "/apps/" + draft.app() + "/edit/";
        String here = base + at.path();
        if (action.startsWith("go:")) {
            String to = action.substring(3);
            return Step.of(to).isPresent() || to.equals("review") ? base + to : here;
        }
        if (action.startsWith("add:")) {
            String group = action.substring(4);
            return EntryForm.groups().contains(group)
                    ? here + "?more=" + group + "#" + anchor(draft.typed(), group)
                    : here;
        }
        if (action.startsWith("find:")) {
            String field = action.substring(5).equals("users[]") ? "users[]" : "host";
            return here + "?" + EditPages.query(field, typed.getOrDefault("find." + field, "")) + "#f-"
                    + field.replace("[]", "-0");
        }
        return switch (action) {
            case "next" -> base + at.next().map(Step::path).orElse("review");
            case "back" -> at.previous().map(step -> base + step.path()).orElse(here);
            case "leave" -> "/";
            default -> here;
        };
    }

    private static String anchor(Typed typed, String group) {
        List<Integer> rows = typed.rows(group);
        int next = rows.isEmpty() ? 0 : rows.getLast() + 1;
        return "f-" + EntryForm.fieldsOf(group).getFirst().key(next).replace('.', '-');
    }
}
