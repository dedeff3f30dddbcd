package io.zhijian.registry.door.office;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.PublicText;
import io.zhijian.registry.door.release.Audience;
import io.zhijian.registry.door.release.PublicLines;
import io.zhijian.registry.door.release.Release;
import io.zhijian.registry.door.release.Releases;
import io.zhijian.registry.door.web.PublicAddress;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.web.Kinds;
import io.zhijian.registry.web.SubjectPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A subject's way to the public: what would be seen, who has agreed, and the marks for the host's first page. */
@Controller
class ReleaseController {

    private static final String PATH = Kinds.PATH + "/{id}/public";
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Subjects subjects;
    private final Releases releases;
    private final PublicAddress address;
    private final Clock clock;

    ReleaseController(Subjects subjects, Releases releases, PublicAddress address, Clock clock) {
        this.subjects = subjects;
        this.releases = releases;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable String kinds, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(own(kinds, id), request, ""));
        return "door/release";
    }

    @PostMapping(PATH + "/audience")
    @Access(roles = Role.CLERK)
    String mark(@PathVariable String kinds, @PathVariable UUID id, @RequestParam(defaultValue = "") String audience) {
        UUID subject = own(kinds, id).id();
        releases.mark(
                subject,
                Arrays.stream(Audience.values())
                        .filter(chosen -> chosen.name().equals(audience))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("page.malformed")));
        return back(kinds, id);
    }

    @PostMapping(PATH + "/propose")
    @Access(roles = Role.CLERK)
    String propose(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        releases.propose(own(kinds, id).id(), version, tidy(note));
        return back(kinds, id);
    }

    @PostMapping(PATH + "/release")
    @Access(roles = Role.SUPERVISOR)
    String release(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note) {
        releases.release(own(kinds, id).id(), version, tidy(note));
        return back(kinds, id);
    }

    @PostMapping(PATH + "/hand-back")
    @Access(roles = Role.SUPERVISOR)
    String handBack(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = own(kinds, id);
        if (note.isBlank()) {
            return again(subject, "reason-missing", request, response, model);
        }
        releases.handBack(subject.id(), version, tidy(note));
        return back(kinds, id);
    }

    @PostMapping(PATH + "/withdraw")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String withdraw(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = own(kinds, id);
        if (note.isBlank()) {
            return again(subject, "reason-missing", request, response, model);
        }
        releases.withdraw(subject.id(), tidy(note));
        return back(kinds, id);
    }

    @PostMapping(PATH + "/notice")
    @Access(roles = Role.CLERK)
    String notice(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String offline,
            @RequestParam(defaultValue = "") String movedTo,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = own(kinds, id);
        Optional<LocalDate> day = day(offline);
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        if (!offline.isBlank() && day.isEmpty()) {
            return again(subject, "offline-unread", request, response, model);
        }
        // K23 article 7: in advance
        if (day.filter(date -> !date.isAfter(today)).isPresent()) {
            return again(subject, "offline-past", request, response, model);
        }
        releases.announce(
                subject.id(),
                words.isBlank() ? null : new ClosingNotice(today, day.orElse(null), tidy(words), tidy(movedTo)));
        return back(kinds, id);
    }

    private String again(
            Subject subject, String problem, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(422);
        model.addAttribute("page", page(subject, request, problem));
        return "door/release";
    }

    private ReleasePage page(Subject subject, HttpServletRequest request, String problem) {
        Release release = releases.find(subject.id()).orElse(null);
        PublicText now = releases.preview(subject);
        PublicText shown = release != null && release.proposed() != null ? release.proposed() : now;
        return new ReleasePage(
                subject,
                release,
                PublicLines.of(shown),
                PublicLines.between(release == null ? null : release.released(), shown),
                releases.obstacle(subject, release == null ? Audience.PUBLIC : release.audience()),
                subject.entry() instanceof AppEntry app ? SubjectPage.displayText(subject.hostName(), app) : "",
                release == null || release.token() == null ? "" : address.of(release.token(), request),
                Actor.current().may(Role.Power.EDIT, subject.jurisdiction()),
                Actor.current().may(Role.Power.DECIDE, subject.jurisdiction()),
                problem);
    }

    private Subject own(String kinds, UUID id) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        if (subject.published() || subject.kind() == SubjectKind.GROUP) {
            throw Refusal.notFound("registry.subject-unknown");
        }
        return subject;
    }

    private static String back(String kinds, UUID id) {
        return "redirect:/" + kinds + "/" + id + "/public";
    }

    private static String tidy(String text) {
        if (!PlainText.fits(text, ReleasePage.NOTE)) {
            throw Refusal.invalid("door.note-unfit", ReleasePage.NOTE);
        }
        return text.replace("\r\n", "\n").strip();
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unread) {
            return Optional.empty();
        }
    }
}
