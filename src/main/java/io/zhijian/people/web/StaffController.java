package io.zhijian.people.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.people.signin.Passwords;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking at accounts, and for the system administrator: opening, changing and closing them. */
@Controller
class StaffController {

    private final StaffAccounts accounts;
    private final Units units;
    private final StaffPages pages;

    StaffController(StaffAccounts accounts, Units units, StaffPages pages) {
        this.accounts = accounts;
        this.units = units;
        this.pages = pages;
    }

    @Access(roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.AUDITOR})
    @GetMapping("/staff/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.of(id, null, Form.of(Map.of())));
        return "people/staff";
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @GetMapping("/units/{id}/staff/new")
    String askNew(@PathVariable UUID id, Model model) {
        Unit unit = units.get(id);
        Actor.current().require(Role.Power.STAFF, unit.jurisdiction());
        model.addAttribute("page", new StaffFormPage(null, unit, Form.of(Map.of())));
        return "people/staff-form";
    }

    /** The issued password is shown on the page that answers, and nowhere else. */
    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/units/{id}/staff")
    String add(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        String password = Passwords.issue();
        String reason = typed.getOrDefault("reason", "");
        return save(null, units.get(id), typed, response, model, facts -> {
            Staff staff = accounts.create(id, facts, password, true, reason);
            model.addAttribute("page", pages.of(staff.id(), password, Form.of(Map.of())));
            return "people/staff";
        });
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @GetMapping("/staff/{id}/edit")
    String askChange(@PathVariable UUID id, Model model) {
        Staff staff = accounts.get(id);
        Actor.current().require(Role.Power.STAFF, staff.jurisdiction());
        Map<String, String> values = Map.of(
                "name", staff.name(),
                "login", staff.login(),
                "phone", Objects.requireNonNullElse(staff.phone(), ""),
                "version", Integer.toString(staff.version()));
        model.addAttribute("page", new StaffFormPage(staff, units.get(staff.unit()), Form.of(values)));
        return "people/staff-form";
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/staff/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        Staff staff = accounts.get(id);
        return save(staff, units.get(staff.unit()), typed, response, model, facts -> {
            accounts.change(id, version, facts, typed.getOrDefault("reason", ""));
            return "redirect:/staff/" + id;
        });
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/staff/{id}/disable")
    String disable(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        accounts.disable(id, reason);
        return "redirect:/staff/" + id;
    }

    /** Undoes closing an account, at once or later. */
    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/staff/{id}/enable")
    String enable(@PathVariable UUID id) {
        accounts.enable(id, Texts.t("people.staff.enable.reason"));
        return "redirect:/staff/" + id;
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/staff/{id}/password")
    String resetPassword(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Model model) {
        String password = accounts.resetPassword(id, reason);
        model.addAttribute("page", pages.of(id, password, Form.of(Map.of())));
        return "people/staff";
    }

    private String save(
            @Nullable Staff staff,
            Unit unit,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model,
            Function<StaffFacts, String> work) {
        StaffFacts facts =
                new StaffFacts(typed.getOrDefault("name", ""), typed.getOrDefault("login", ""), typed.get("phone"));
        Form form = new Form(typed, facts.problems());
        if (form.sound()) {
            try {
                return work.apply(facts);
            } catch (Refusal refusal) {
                boolean aboutReason = refusal.code().startsWith("people.text-");
                form = form.with(
                        refusal.code().equals("people.login-taken") ? "login" : aboutReason ? "reason" : "", refusal);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new StaffFormPage(staff, unit, form));
        return "people/staff-form";
    }
}
