package io.zhijian.people.setup;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.UnitFacts;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.signin.Passwords;
import io.zhijian.people.web.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets a new installation up from a browser; without the printed token the page does not exist. */
@Controller
class SetupController {

    private final FirstAdministrators first;
    private final SetupKey key;

    SetupController(FirstAdministrators first, SetupKey key) {
        this.first = first;
        this.key = key;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/setup")
    String ask(@RequestParam(defaultValue = "") String token, Model model) {
        refuseUnlessOpen(token);
        model.addAttribute("page", new SetupPage(token, Form.of(Map.of())));
        return "people/setup";
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/setup")
    String setUp(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        String token = typed.getOrDefault("token", "");
        refuseUnlessOpen(token);
        UnitFacts root = root(typed);
        List<FirstAdministrators.Person> three = FirstAdministrators.THREE.stream()
                .map(role -> person(role, typed))
                .toList();
        Form form = judged(root, three, withoutPasswords(typed));
        if (!form.sound()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", new SetupPage(token, form));
            return "people/setup";
        }
        ScopedValue.where(Actor.CURRENT, FirstAdministrators.service())
                .run(() -> first.create(root, three, Texts.t("people.setup.reason")));
        key.close();
        return "redirect:/sign-in";
    }

    private static Form judged(UnitFacts root, List<FirstAdministrators.Person> three, Map<String, String> typed) {
        Form form = new Form(typed, root.problems());
        Set<String> logins = new HashSet<>();
        for (FirstAdministrators.Person person : three) {
            String prefix = person.role().name() + ".";
            for (var problem : person.facts().problems().entrySet()) {
                form = form.with(prefix + problem.getKey(), problem.getValue());
            }
            if (!logins.add(person.facts().login())) {
                form = form.with(
                        prefix + "login",
                        Refusal.conflict("people.login-taken", person.facts().login()));
            }
            var weak = Passwords.problem(person.password(), person.facts().login());
            form = weak.isPresent() ? form.with(prefix + "password", weak.get()) : form;
        }
        return form;
    }

    private static UnitFacts root(Map<String, String> typed) {
        UnitLevel level = List.of(UnitLevel.values()).stream()
                .filter(one -> one.name().equals(typed.get("level")))
                .findFirst()
                .orElse(UnitLevel.PROVINCE);
        return new UnitFacts(
                typed.getOrDefault("name", ""),
                level,
                typed.getOrDefault("region", ""),
                null,
                null,
                Set.of(UnitKind.CYBERSPACE),
                null);
    }

    private static FirstAdministrators.Person person(Role role, Map<String, String> typed) {
        String prefix = role.name() + ".";
        StaffFacts facts =
                new StaffFacts(typed.getOrDefault(prefix + "name", ""), typed.getOrDefault(prefix + "login", ""), null);
        return new FirstAdministrators.Person(role, facts, typed.getOrDefault(prefix + "password", ""));
    }

    private static Map<String, String> withoutPasswords(Map<String, String> typed) {
        Map<String, String> shown = new HashMap<>(typed);
        shown.keySet().removeIf(field -> field.endsWith(".password"));
        return shown;
    }

    private void refuseUnlessOpen(String token) {
        if (!key.fits(token)) {
            throw Refusal.notFound("page.not-found");
        }
    }
}
