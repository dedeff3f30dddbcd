package io.zhijian.people.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.AccountSecurity;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Roles, locks and sessions of accounts; for the security administrator. */
@Controller
class StaffSecurityController {

    private final StaffAccounts accounts;
    private final RoleGrants roles;
    private final AccountSecurity security;
    private final StaffPages pages;

    StaffSecurityController(StaffAccounts accounts, RoleGrants roles, AccountSecurity security, StaffPages pages) {
        this.accounts = accounts;
        this.roles = roles;
        this.security = security;
        this.pages = pages;
    }

    @Access(roles = Role.SECURITY_ADMIN)
    @GetMapping("/staff")
    String withoutRole(Model model) {
        model.addAttribute("page", new StaffListPage(accounts.withoutRole()));
        return "people/staff-list";
    }

    @Access(roles = Role.SECURITY_ADMIN)
    @PostMapping("/staff/{id}/roles")
    String grant(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        try {
            Staff staff = accounts.get(id);
            roles.grant(staff, role(typed.getOrDefault("role", "")), scope(typed), typed.getOrDefault("reason", ""));
            return "redirect:/staff/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            String field = refusal.code().startsWith("people.text-") ? "reason" : "";
            model.addAttribute("page", pages.of(id, null, Form.of(typed).with(field, refusal)));
            return "people/staff";
        }
    }

    @Access(roles = Role.SECURITY_ADMIN)
    @PostMapping("/staff/{id}/roles/{grant}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID grant, @RequestParam(defaultValue = "") String reason) {
        roles.revoke(accounts.get(id), grant, reason);
        return "redirect:/staff/" + id;
    }

    @Access(roles = Role.SECURITY_ADMIN)
    @PostMapping("/staff/{id}/unlock")
    String unlock(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        security.unlock(accounts.get(id), reason);
        return "redirect:/staff/" + id;
    }

    @Access(roles = Role.SECURITY_ADMIN)
    @PostMapping("/staff/{id}/sessions/end")
    String endSessions(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        security.endSessions(accounts.get(id), reason);
        return "redirect:/staff/" + id;
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw Refusal.invalid("page.malformed");
    }

    /** "UNIT:/1/2/" and the like; a region or a line may be typed instead. */
    private static Scope scope(Map<String, String> typed) {
        String region = typed.getOrDefault("region", "").strip();
        String line = typed.getOrDefault("line", "").strip();
        if (!region.isEmpty()) {
            return new Scope(Scope.Axis.REGION, region);
        }
        if (!line.isEmpty()) {
            return new Scope(Scope.Axis.LINE, line);
        }
        String[] parts = typed.getOrDefault("scope", "").split(":", 2);
        for (Scope.Axis axis : Scope.Axis.values()) {
            if (axis.name().equals(parts[0]) && parts.length == 2) {
                return new Scope(axis, parts[1]);
            }
        }
        throw Refusal.invalid("people.scope-form");
    }
}
