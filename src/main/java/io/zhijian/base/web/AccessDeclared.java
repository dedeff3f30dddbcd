package io.zhijian.base.web;

import io.zhijian.base.Access;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when a route does not declare who may use it. */
@Component
class AccessDeclared implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping routes;

    AccessDeclared(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> silent =
                undeclared(routes.getHandlerMethods().values().stream().toList());
        if (!silent.isEmpty()) {
            throw new IllegalStateException("These routes do not declare @Access: " + silent);
        }
    }

    static List<String> undeclared(List<HandlerMethod> handlers) {
        return handlers.stream()
                .filter(handler -> !handler.getBeanType().getPackageName().startsWith("org.springframework.boot"))
                .filter(handler -> !complete(handler.getMethodAnnotation(Access.class)))
                .map(HandlerMethod::getShortLogMessage)
                .sorted()
                .toList();
    }

    private static boolean complete(@org.jspecify.annotations.Nullable Access access) {
        return access != null && (access.value() == Access.Level.ROLE) == (access.roles().length > 0);
    }
}
