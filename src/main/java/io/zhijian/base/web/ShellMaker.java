package io.zhijian.base.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerInterceptor;

/** Makes the {@link Shell} of each request from what the modules offer. */
@Component
class ShellMaker implements HandlerInterceptor {

    private final List<Navigation> navigation;
    private final ObjectProvider<Guide> guides;
    private final boolean demo;

    ShellMaker(List<Navigation> navigation, ObjectProvider<Guide> guides, @Value("${zhijian.demo}") boolean demo) {
        this.navigation = navigation;
        this.guides = guides;
        this.demo = demo;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ensure(request);
        return true;
    }

    /**
     * Lets the request have its shell, if it has none yet. It is made when a page asks for it: an answer without one,
     * such as a public page that caches keep, carries no token and sets no cookie.
     */
    void ensure(HttpServletRequest request) {
        if (request.getAttribute(Shell.ATTRIBUTE) == null) {
            Supplier<Shell> shell = SingletonSupplier.of(() -> shell(request));
            request.setAttribute(Shell.ATTRIBUTE, shell);
        }
    }

    private Shell shell(HttpServletRequest request) {
        Actor actor = Actor.current();
        List<Navigation.Entry> menu = navigation.stream()
                .flatMap(module -> module.entriesFor(actor).stream())
                .sorted(Comparator.comparingInt(Navigation.Entry::order))
                .toList();
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Shell(
                actor,
                menu,
                request.getRequestURI(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                hasCookie(request, "type", "large"),
                demo,
                guides.stream()
                        .flatMap(guide -> guide.barFor(request).stream())
                        .findFirst()
                        .orElse(null));
    }

    private static boolean hasCookie(HttpServletRequest request, String name, String value) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(c -> c.getName().equals(name) && c.getValue().equals(value));
    }
}
