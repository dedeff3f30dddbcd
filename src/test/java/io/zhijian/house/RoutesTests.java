package io.zhijian.house;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Access;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route with who may use it, as text under review; a diff here is a security review. */
@ZhijianTest
class RoutesTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void theRoutesAndTheirRolesAreUnderReview() {
        String table = mapping.getHandlerMethods().entrySet().stream()
                .flatMap(RoutesTests::lines)
                .sorted(Comparator.comparing((String line) -> line.split("`")[1])
                        .thenComparing(line -> line))
                .collect(Collectors.joining("\n", "# Routes\n\n| route | method | who |\n|---|---|---|\n", "\n"));
        Golden.check("routes.md", table);
    }

    private static Stream<String> lines(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        Access access = route.getValue().getMethodAnnotation(Access.class);
        String who = access == null
                ? "(framework)"
                : access.value() == Access.Level.ROLE
                        ? Arrays.stream(access.roles()).map(Enum::name).sorted().collect(Collectors.joining(", "))
                        : access.value().name();
        var methods = route.getKey().getMethodsCondition().getMethods();
        List<String> verbs = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).sorted().toList();
        return route.getKey().getPatternValues().stream()
                .flatMap(path -> verbs.stream().map(verb -> "| `" + path + "` | " + verb + " | " + who + " |"));
    }
}
