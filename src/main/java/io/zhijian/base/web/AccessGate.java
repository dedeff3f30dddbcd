package io.zhijian.base.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to its handler only as the handler's {@link Access} declares. */
final class AccessGate implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null) {
            // only the framework's own error handler carries none: AccessDeclared stops the start for any other
            return method.getBeanType().getPackageName().startsWith("org.springframework.boot");
        }
        Actor actor = Actor.current();
        if (access.value() == Access.Level.EVERYONE) {
            return true;
        }
        if (!actor.signedIn()) {
            return sendToSignIn(request, response);
        }
        if (access.value() == Access.Level.ROLE && Arrays.stream(access.roles()).noneMatch(actor::is)) {
            throw Refusal.forbidden("access.role");
        }
        return true;
    }

    private static boolean sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("GET".equals(request.getMethod())) {
            String wanted = request.getRequestURI();
            // whoever comes without a wish is a citizen; signing in is one tap from there
            response.sendRedirect(wanted.equals("/") ? "/public" : "/sign-in?next=" + wanted);
        } else {
            throw Refusal.forbidden("access.sign-in");
        }
        return false;
    }
}
