package io.zhijian.people.setup;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.UnitFacts;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.signin.Passwords;
import java.io.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When nobody exists yet: asks for the first unit and the three administrators at the console, or, where there is none,
 * prints the address of a page that asks the same. There is no default password anywhere.
 */
@Component
class FirstStart {

    private final FirstAdministrators first;
    private final SetupKey key;
    private final boolean silent;

    FirstStart(
            FirstAdministrators first,
            SetupKey key,
            @Value("${zhijian.demo}") boolean demo,
            @Value("${zhijian.training:false}") boolean training) {
        this.first = first;
        this.key = key;
        this.silent = demo || training;
    }

    /** After everything else that hears of the start. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (silent || !as(first::needed)) {
            return;
        }
        LocaleContextHolder.setLocale(language());
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            ask(console);
        } else {
            // an issued password is as good a token as any: 79 random bits
            String token = Passwords.issue();
            key.open(token);
            System.out.println(Texts.t("people.setup.open", "http://localhost:" + port + "/setup?token=" + token));
        }
        LocaleContextHolder.resetLocaleContext();
    }

    /** Nobody has chosen a language yet: Chinese, unless the terminal speaks English. */
    private static Locale language() {
        String terminal = Objects.requireNonNullElse(System.getenv("LANG"), "");
        return terminal.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private void ask(Console console) {
        console.printf("%n%s%n", Texts.t("people.setup.lead"));
        UnitFacts root = root(console);
        List<FirstAdministrators.Person> three = new ArrayList<>();
        for (Role role : FirstAdministrators.THREE) {
            console.printf("%n%s%n", Texts.t(role.textKey()));
            three.add(person(console, role, three));
        }
        as(() -> {
            first.create(root, three, Texts.t("people.setup.reason"));
            return true;
        });
        console.printf("%n%s%n", Texts.t("people.setup.done"));
    }

    private static UnitFacts root(Console console) {
        return repeat(
                console,
                UnitFacts::problems,
                () -> new UnitFacts(
                        console.readLine("%s: ", Texts.t("people.unit.name")),
                        level(console),
                        console.readLine("%s: ", Texts.t("people.unit.region.hint")),
                        null,
                        null,
                        Set.of(UnitKind.CYBERSPACE),
                        null));
    }

    private static UnitLevel level(Console console) {
        UnitLevel[] levels = UnitLevel.values();
        for (int i = 0; i < levels.length; i++) {
            console.printf("  %d %s%n", i + 1, Texts.t(levels[i].textKey()));
        }
        String answer = console.readLine("%s (1-%d): ", Texts.t("people.unit.level"), levels.length);
        return answer.matches("[1-" + levels.length + "]") ? levels[Integer.parseInt(answer) - 1] : level(console);
    }

    private static FirstAdministrators.Person person(
            Console console, Role role, List<FirstAdministrators.Person> before) {
        StaffFacts facts = repeat(
                console,
                entered ->
                        before.stream().anyMatch(other -> other.facts().login().equals(entered.login()))
                                ? Map.of("login", Refusal.conflict("people.login-taken", entered.login()))
                                : entered.problems(),
                () -> new StaffFacts(
                        console.readLine("%s: ", Texts.t("people.staff.name")),
                        console.readLine("%s: ", Texts.t("people.login")),
                        null));
        return new FirstAdministrators.Person(role, facts, password(console, facts.login()));
    }

    private static String password(Console console, String login) {
        while (true) {
            char[] typed = console.readPassword("%s: ", Texts.t("people.password.rules", Passwords.SHORTEST));
            Optional<Refusal> problem = Passwords.problem(new String(typed), login);
            if (problem.isPresent()) {
                console.printf("%s%n", problem.get().words());
            } else if (Arrays.equals(typed, console.readPassword("%s: ", Texts.t("people.password.again")))) {
                return new String(typed);
            } else {
                console.printf("%s%n", Texts.t("refusal.people.password-again"));
            }
        }
    }

    /** Asks until there is nothing wrong with the answers. */
    private static <T> T repeat(Console console, Function<T, Map<String, Refusal>> judge, Supplier<T> ask) {
        while (true) {
            T entered = ask.get();
            Map<String, Refusal> problems = judge.apply(entered);
            if (problems.isEmpty()) {
                return entered;
            }
            problems.values().forEach(problem -> console.printf("%s%n", problem.words()));
        }
    }

    private static <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(Actor.CURRENT, FirstAdministrators.service()).call(work);
    }
}
