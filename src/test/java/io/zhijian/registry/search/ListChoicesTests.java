package io.zhijian.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import io.zhijian.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Filters under names of one's own, and what a list shows: kept per person, harmless whatever they are called. */
@DemoTest
class ListChoicesTests {

    private static final Pattern FORGET = Pattern.compile("/apps/filters/([0-9a-f-]{36})/forget");

    @LocalServerPort
    int port;

    @Test
    void aFilterIsKeptUnderItsNameSeenByItsOwnerAloneAndForgotten() throws IOException, InterruptedException {
        try (Visitor clerk = visitor(Person.CLERK);
                Visitor other = visitor(Person.OTHER_CLERK)) {
            HttpResponse<String> saved =
                    clerk.post("/apps/filters", Map.of("title", "我的在用", "q", "东禾", "stage", "ONLINE", "evil", "x"));
            assertThat(saved.statusCode()).isIn(302, 303);
            assertThat(saved.headers().firstValue("Location").orElseThrow())
                    .endsWith("/apps?q=%E4%B8%9C%E7%A6%BE&stage=ONLINE");
            String page = clerk.get("/apps").body();
            assertThat(page)
                    .contains("我的在用", "/apps?q=%E4%B8%9C%E7%A6%BE&amp;stage=ONLINE")
                    .doesNotContain("evil");
            assertThat(other.get("/apps").body()).doesNotContain("我的在用");
            Matcher filter = FORGET.matcher(page);
            assertThat(filter.find()).isTrue();
            other.post(filter.group(), Map.of());
            assertThat(clerk.get("/apps").body()).contains("我的在用");
            clerk.post(filter.group(), Map.of());
            assertThat(clerk.get("/apps").body()).doesNotContain("我的在用");
        }
    }

    @Test
    void aNameIsShownAsTextAndAnEmptyOneRefused() throws IOException, InterruptedException {
        try (Visitor clerk = visitor(Person.CLERK)) {
            String hostile = "\"><script>x</script>'";
            clerk.post("/accounts/filters", Map.of("title", hostile, "q", "<b id=planted>"));
            String page = clerk.get("/accounts?q=%3Cb+id%3Dplanted%3E").body();
            assertThat(page).contains("&lt;script>x").doesNotContain("<script>x", "<b id=planted>");
            assertThat(clerk.post("/apps/filters", Map.of("title", " ", "q", "甲"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(clerk.post("/apps/filters", Map.of("title", "空")).statusCode())
                    .isEqualTo(422);
            assertThat(clerk.post("/apps/filters", Map.of("title", "长".repeat(41), "q", "甲"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void whatIsShownIsRemembered() throws IOException, InterruptedException {
        try (Visitor clerk = visitor(Person.CLERK)) {
            assertThat(clerk.get("/apps").body()).contains("zj-stage");
            clerk.post("/apps/details", Map.of("details", "NUMBERS"));
            assertThat(clerk.get("/apps").body()).doesNotContain("zj-stage");
            clerk.post("/apps/details", Map.of("details", "STAGE"));
            assertThat(clerk.get("/apps").body()).contains("zj-stage");
        }
    }

    private Visitor visitor(Person person) throws IOException, InterruptedException {
        return new Visitor(port).signIn(person.login(), person.password());
    }
}
