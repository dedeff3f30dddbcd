package io.zhijian.people.web.me;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.people.setup.FirstAdministrators;
import io.zhijian.people.signin.SessionCookie;
import io.zhijian.people.signin.Sessions;
import io.zhijian.people.signin.SignIn;
import io.zhijian.people.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final FirstAdministrators first;
    private volatile boolean anybody;

    SignInController(SignIn signIn, Sessions sessions, FirstAdministrators first) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.first = first;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/sign-in")
    String ask(@RequestParam(defaultValue = "/") String next, Model model) {
        if (Actor.current().signedIn()) {
            return "redirect:/";
        }
        model.addAttribute("page", new SignInPage(Inside.path(next), "", false, empty()));
        return "people/sign-in";
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        Optional<String> token = signIn.signIn(login, password, agent, request.getRemoteAddr());
        if (token.isPresent()) {
            SessionCookie.set(request, response, token.get());
            return "redirect:" + Inside.path(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new SignInPage(Inside.path(next), login, true, empty()));
        return "people/sign-in";
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn who) {
            sessions.end(who.actor().id(), who.session());
        }
        SessionCookie.clear(request, response);
        return "redirect:/sign-in";
    }

    /** Where a form lands whose hidden token is missing or old. */
    @Access(Access.Level.EVERYONE)
    @RequestMapping("/form-expired")
    String formExpired() {
        throw Refusal.forbidden("people.form-expired");
    }

    private boolean empty() {
        if (!anybody) {
            anybody = !ScopedValue.where(Actor.CURRENT, FirstAdministrators.service())
                    .call(first::needed);
        }
        return !anybody;
    }
}
