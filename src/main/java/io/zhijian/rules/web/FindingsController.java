package io.zhijian.rules.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingFilter;
import io.zhijian.rules.FindingMove;
import io.zhijian.rules.FindingSpan;
import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings, one finding, and the decisions on it. */
@Controller
class FindingsController {

    private final Findings findings;
    private final Rulebook book;
    private final FindingPages pages;

    FindingsController(Findings findings, Rulebook book, FindingPages pages) {
        this.findings = findings;
        this.book = book;
        this.pages = pages;
    }

    @GetMapping("/findings")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String span,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int dot = article.lastIndexOf('.');
        FindingFilter filter = new FindingFilter(
                        constant(Finding.State.class, state),
                        state.isBlank(),
                        blankToNull(rule),
                        dot > 0 ? article.substring(0, dot) : null,
                        dot > 0 ? number(article.substring(dot + 1)) : null,
                        constant(Rule.Severity.class, severity),
                        blankToNull(q))
                .with(
                        blankToNull(kind),
                        Scope.Place.of(within).orElse(null),
                        FindingSpan.of(span).orElse(null));
        List<FindingsPage.Article> articles = book.rules().stream()
                .map(Rule::basis)
                .map(basis -> basis.regulation() + "." + basis.article())
                .distinct()
                .flatMap(code -> article(code).stream())
                .toList();
        model.addAttribute(
                "page",
                new FindingsPage(
                        filter,
                        findings.search(filter, Math.max(1, page)),
                        articles,
                        book.regulations().stream()
                                .collect(Collectors.toMap(
                                        Regulation::id,
                                        regulation -> regulation.shortTitle().words())),
                        book.rule(rule).orElse(null)));
        return "rules/findings";
    }

    @GetMapping("/findings/{id}")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.page(id, FindingPage.Decision.NONE));
        return "rules/finding";
    }

    /** What is refused is shown beside the field, with everything as it was typed. */
    @PostMapping("/findings/{id}/{move}")
    @Access(roles = Role.SUPERVISOR)
    String decide(
            @PathVariable UUID id,
            @PathVariable String move,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response) {
        try {
            decide(id, move(move), reason, basis, date(until));
            return "redirect:/findings/" + id;
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute(
                    "page", pages.page(id, new FindingPage.Decision(move, reason, basis, until, refusal.words())));
            return "rules/finding";
        }
    }

    private void decide(UUID id, FindingMove move, String reason, String basis, @Nullable LocalDate until) {
        switch (move) {
            case CONFIRM -> findings.confirm(id, reason);
            case EXEMPT -> findings.exempt(id, reason, basis, until);
            case DISMISS -> findings.dismiss(id, reason);
            case REOPEN -> findings.reopen(id, reason);
            default -> throw Refusal.notFound("page.not-found");
        }
    }

    private static FindingMove move(String code) {
        return Arrays.stream(FindingMove.values())
                .filter(move -> move.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("page.not-found"));
    }

    private List<FindingsPage.Article> article(String code) {
        int dot = code.lastIndexOf('.');
        Regulation regulation = book.regulation(code.substring(0, dot)).orElseThrow();
        return regulation.article(Integer.parseInt(code.substring(dot + 1))).stream()
                .map(each -> FindingsPage.article(regulation, each))
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
