package io.zhijian.people.web.me;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.Units;
import io.zhijian.people.signin.Sessions;
import io.zhijian.people.signin.SignIn;
import io.zhijian.people.signin.SignedIn;
import io.zhijian.people.web.Form;
import io.zhijian.people.web.ScopeWords;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The own account: data, roles, password, and the places one is signed in. */
@Controller
class AccountController {

    private final StaffAccounts accounts;
    private final Units units;
    private final RoleGrants roles;
    private final Sessions sessions;
    private final SignIn signIn;
    private final ScopeWords scopes;

    AccountController(
            StaffAccounts accounts,
            Units units,
            RoleGrants roles,
            Sessions sessions,
            SignIn signIn,
            ScopeWords scopes) {
        this.accounts = accounts;
        this.units = units;
        this.roles = roles;
        this.sessions = sessions;
        this.signIn = signIn;
        this.scopes = scopes;
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/account")
    String account(
            @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Staff me = me();
        List<AccountPage.HeldRole> held = roles.of(me.id()).stream()
                .map(role -> new AccountPage.HeldRole(role.role(), scopes.of(role.scope())))
                .toList();
        String note = List.of("password", "session", "others").contains(done) ? "people.account.done." + done : "";
        model.addAttribute(
                "page",
                new AccountPage(me, units.get(me.unit()), held, sessions.running(me.id()), who.session(), note));
        return "people/account";
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/sessions/{id}/end")
    String endSession(@PathVariable UUID id) {
        sessions.end(Actor.current().id(), id);
        return "redirect:/account?done=session";
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/sessions/end")
    String endOthers(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who) {
        sessions.endOthers(Actor.current().id(), who.session());
        return "redirect:/account?done=others";
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/account/password")
    String askPassword(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, Model model) {
        model.addAttribute("page", new PasswordPage(me().login(), who.mustChange(), Form.of(Map.of())));
        return "people/password";
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/password")
    String changePassword(
            @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        String login = me().login();
        Form form = judged(Form.of(Map.of()), who, login, present, wanted, again);
        if (form.sound()) {
            return "redirect:" + (who.mustChange() ? "/" : "/account?done=password");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new PasswordPage(login, who.mustChange(), form));
        return "people/password";
    }

    /** Changes the password, or says in the form why not. */
    private Form judged(Form form, SignedIn who, String login, String present, String wanted, String again) {
        if (!wanted.equals(again)) {
            return form.with("again", Refusal.invalid("people.password-again"));
        }
        if (wanted.equals(present)) {
            return form.with("wanted", Refusal.invalid("people.password-same"));
        }
        try {
            signIn.choose(who, login, present, wanted);
            return form;
        } catch (Refusal refusal) {
            return form.with(refusal.code().equals("people.password-wrong") ? "present" : "wanted", refusal);
        }
    }

    private Staff me() {
        return accounts.get(Actor.current().id());
    }
}
