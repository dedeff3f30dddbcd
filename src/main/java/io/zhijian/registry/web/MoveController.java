package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.MoveOrder;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.Successor;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making a move of a subject's life: first what speaks against it, then a reason, then it is done. */
@Controller
class MoveController {

    private final Subjects subjects;
    private final Register register;
    private final SubjectFacts facts;
    private final int noticeDays;

    MoveController(
            Subjects subjects,
            Register register,
            SubjectFacts facts,
            @Value("${zhijian.closing-notice-days:30}") int noticeDays) {
        this.subjects = subjects;
        this.register = register;
        this.facts = facts;
        this.noticeDays = noticeDays;
    }

    @GetMapping(Kinds.PATH + "/{id}/moves/{move}")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String ask(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            Model model) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        Move wanted = move(subject, move);
        if (!subjects.openMoves(subject).contains(wanted)) {
            throw Refusal.forbidden("registry.move-not-open");
        }
        model.addAttribute("page", page(subject, wanted, typed, ""));
        return "registry/move";
    }

    @PostMapping(Kinds.PATH + "/{id}/moves/{move}")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR})
    String make(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        Move wanted = move(subject, move);
        MovePage page = page(subject, wanted, typed, "");
        try {
            register.move(id, wanted, order(typed, page.seen()));
            return "redirect:" + subject.href();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(subject, wanted, typed, refusal.words()));
            return "registry/move";
        }
    }

    private MovePage page(Subject subject, Move move, Map<String, String> typed, String refused) {
        List<Successor> successors = move.asks().contains(Move.Asks.INTO)
                ? subjects.successors(subject, typed.getOrDefault("find", ""))
                : List.of();
        return new MovePage(subject, move, checks(subject, move), successors, typed, refused);
    }

    private List<Precheck> checks(Subject subject, Move move) {
        return Precheck.of(
                move,
                facts.read(subject).facts(),
                subjects.noticeOn(subject.id()).orElse(null),
                facts.today(),
                noticeDays);
    }

    private static Move move(Subject subject, String name) {
        return subject.kind()
                .move(name.toUpperCase(Locale.ROOT))
                .filter(move -> !subject.published())
                .orElseThrow(() -> Refusal.notFound("page.not-found"));
    }

    private static MoveOrder order(Map<String, String> typed, String seen) {
        String reason = typed.getOrDefault("reason", "").strip();
        if (!PlainText.fits(reason, StagePage.REASON)) {
            throw Refusal.invalid("registry.reason-unfit", StagePage.REASON);
        }
        return new MoveOrder(
                stage(typed.getOrDefault("from", "")),
                reason,
                day(typed.get("notice")),
                day(typed.get("end")),
                id(typed.get("into")),
                seen);
    }

    private static Stage stage(String name) {
        try {
            return Stage.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("registry.stage-changed");
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("registry.day-unfit");
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("registry.subject-unknown");
        }
    }
}
