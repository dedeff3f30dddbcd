package io.zhijian.registry.door.office;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.door.release.Audience;
import io.zhijian.registry.door.release.Releases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A subject's way to the public: what would be seen, who has agreed, and the marks for the host's first page. */
@Controller
class ReleaseController {

    private final Releases releases;
    private final ReleasePages pages;

    ReleaseController(Releases releases, ReleasePages pages) {
        this.releases = releases;
        this.pages = pages;
    }

    @GetMapping(ReleasePages.PATH)
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable String kinds, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.page(pages.own(kinds, id), request, ""));
        return ReleasePages.VIEW;
    }

    @PostMapping(ReleasePages.PATH + "/audience")
    @Access(roles = Role.CLERK)
    String mark(@PathVariable String kinds, @PathVariable UUID id, @RequestParam(defaultValue = "") String audience) {
        UUID subject = pages.own(kinds, id).id();
        releases.mark(
                subject,
                Arrays.stream(Audience.values())
                        .filter(chosen -> chosen.name().equals(audience))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("page.malformed")));
        return ReleasePages.back(kinds, id);
    }

    @PostMapping(ReleasePages.PATH + "/propose")
    @Access(roles = Role.CLERK)
    String propose(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        releases.propose(pages.own(kinds, id).id(), version, ReleasePages.tidy(note));
        return ReleasePages.back(kinds, id);
    }

    @PostMapping(ReleasePages.PATH + "/release")
    @Access(roles = Role.SUPERVISOR)
    String release(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        releases.release(pages.own(kinds, id).id(), version, ReleasePages.tidy(note));
        return ReleasePages.back(kinds, id);
    }

    @PostMapping(ReleasePages.PATH + "/hand-back")
    @Access(roles = Role.SUPERVISOR)
    String handBack(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = pages.own(kinds, id);
        if (note.isBlank()) {
            return again(subject, "reason-missing", request, response, model);
        }
        releases.handBack(subject.id(), version, ReleasePages.tidy(note));
        return ReleasePages.back(kinds, id);
    }

    @PostMapping(ReleasePages.PATH + "/withdraw")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String withdraw(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = pages.own(kinds, id);
        if (note.isBlank()) {
            return again(subject, "reason-missing", request, response, model);
        }
        releases.withdraw(subject.id(), ReleasePages.tidy(note));
        return ReleasePages.back(kinds, id);
    }

    private String again(
            Subject subject, String problem, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(422);
        model.addAttribute("page", pages.page(subject, request, problem));
        return ReleasePages.VIEW;
    }
}
