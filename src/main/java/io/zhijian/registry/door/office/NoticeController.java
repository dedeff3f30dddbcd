package io.zhijian.registry.door.office;

import io.zhijian.base.Access;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.release.ClosingNotices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A host's closing notice: said beforehand (K23 article 7), shown at once, taken down by emptying it. */
@Controller
class NoticeController {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final ClosingNotices notices;
    private final ReleasePages pages;
    private final Clock clock;

    NoticeController(ClosingNotices notices, ReleasePages pages, Clock clock) {
        this.notices = notices;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping(ReleasePages.PATH + "/notice")
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
        Subject subject = pages.own(kinds, id);
        Optional<LocalDate> day = day(offline);
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        String problem = problem(offline, day, today);
        if (!problem.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", pages.page(subject, request, problem));
            return ReleasePages.VIEW;
        }
        ClosingNotice notice = words.isBlank()
                ? null
                : new ClosingNotice(today, day.orElse(null), ReleasePages.tidy(words), ReleasePages.tidy(movedTo));
        notices.announce(subject.id(), notice);
        return ReleasePages.back(kinds, id);
    }

    private static String problem(String typed, Optional<LocalDate> day, LocalDate today) {
        if (!typed.isBlank() && day.isEmpty()) {
            return "offline-unread";
        }
        return day.filter(date -> !date.isAfter(today)).isPresent() ? "offline-past" : "";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unread) {
            return Optional.empty();
        }
    }
}
