package io.zhijian.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Access;
import io.zhijian.base.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

/** A route that does not say who may use it stops the start. */
class AccessDeclaredTests {

    static class Planted {
        @Access(Access.Level.EVERYONE)
        public void open() {}

        @Access(roles = Role.CLERK)
        public void forClerks() {}

        @Access
        public void forNobodyNamed() {}

        public void silent() {}
    }

    @Test
    void aSilentRouteAndOneThatNamesNoRoleAreFound() {
        List<HandlerMethod> handlers = Arrays.stream(Planted.class.getDeclaredMethods())
                .map(method -> new HandlerMethod(new Planted(), method))
                .toList();
        assertThat(AccessDeclared.undeclared(handlers))
                .hasSize(2)
                .anyMatch(name -> name.contains("silent"))
                .anyMatch(name -> name.contains("forNobodyNamed"));
    }
}
