package io.zhijian.demo.tour;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import io.zhijian.base.web.Guide;
import io.zhijian.demo.DemoSignIns;
import io.zhijian.people.signin.SessionCookie;
import io.zhijian.people.signin.SignIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The guided tour: each step signs its person in and opens a real page, with the guide's bar under it. */
@Controller
@ConditionalOnProperty(name = "zhijian.demo", havingValue = "true")
class TourController implements Guide {

    private static final String COOKIE = "tour";
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Tour tour;
    private final Forward forward;
    private final DemoSignIns people;
    private final SignIn signIn;
    private final Clock clock;

    TourController(Tour tour, Forward forward, DemoSignIns people, SignIn signIn, Clock clock) {
        this.tour = tour;
        this.forward = forward;
        this.people = people;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/tour")
    String tour(Model model) {
        model.addAttribute("page", new TourPage(tour, LocalDate.ofInstant(clock.instant(), OFFICE)));
        return "tour/tour";
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/tour/{number:\\d{1,2}}")
    String step(@PathVariable int number, HttpServletRequest request, HttpServletResponse response) {
        if (number < 1 || number > tour.steps().size()) {
            throw Refusal.notFound("page.not-found");
        }
        Tour.Step step = tour.steps().get(number - 1);
        // going back to a step does not set the clock forward once more
        if (step.forward() && at(request).orElse(0) < number) {
            forward.tenWorkingDays();
        }
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        String token = signIn.signIn(step.login(), people.password(step.login()), agent, request.getRemoteAddr())
                .orElseThrow(() -> Refusal.conflict("tour.sign-in", step.login()));
        SessionCookie.set(request, response, token);
        remember(response, Integer.toString(number), Duration.ofHours(2));
        return "redirect:" + step.path();
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/tour/leave")
    String leave(HttpServletResponse response) {
        remember(response, "", Duration.ZERO);
        return "redirect:/tour";
    }

    @Override
    public Optional<Bar> barFor(HttpServletRequest request) {
        return request.getRequestURI().equals("/tour")
                ? Optional.empty()
                : at(request).map(number -> bar(number, tour.steps().get(number - 1)));
    }

    private Bar bar(int number, Tour.Step step) {
        int last = tour.steps().size();
        boolean forwardNext = number < last && tour.steps().get(number).forward();
        return new Bar(
                number + " / " + last + " " + step.title(),
                step.words(),
                number > 1 ? "/tour/" + (number - 1) : null,
                number < last ? "/tour/" + (number + 1) : null,
                Texts.t(forwardNext ? "tour.forward" : "tour.next"),
                "/tour/leave");
    }

    private Optional<Integer> at(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[1-9][0-9]?"))
                .map(Integer::valueOf)
                .filter(number -> number <= tour.steps().size())
                .findFirst();
    }

    private static void remember(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
