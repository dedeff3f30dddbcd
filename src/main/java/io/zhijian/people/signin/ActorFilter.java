package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who sends a request and binds the actor to it; files that are the same for everyone need none. */
final class ActorFilter extends OncePerRequestFilter {

    /** Whoever asks for these is nobody, with or without a session. */
    private static final List<String> SAME_FOR_ALL =
            List.of("/assets", "/webjars", "/favicon.ico", "/robots.txt", "/public", "/q", "/api");

    /** What a person whose password was issued may still reach before replacing it. */
    private static final List<String> BEFORE_CHANGE = List.of("/account/password", "/sign-out", "/preferences/");

    private final SignIn signIn;

    ActorFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return SAME_FOR_ALL.stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> who = SessionCookie.read(request).flatMap(signIn::resolve);
        who.ifPresent(signedIn -> request.setAttribute(SignedIn.ATTRIBUTE, signedIn));
        if (who.filter(SignedIn::mustChange).isPresent()
                && BEFORE_CHANGE.stream().noneMatch(request.getRequestURI()::startsWith)) {
            response.sendRedirect("/account/password");
            return;
        }
        try {
            ScopedValue.where(Actor.CURRENT, who.map(SignedIn::actor).orElse(Actor.NOBODY))
                    .call(() -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
