package io.zhijian.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Role;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What goes over the wire when somebody signs in: headers, cookies, tokens, and where one lands. */
@ZhijianTest
class SignInPageTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final CookieManager cookies = new CookieManager();
    private HttpClient client;
    private Staff staff;

    @BeforeEach
    void aClerkAndABrowser() {
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
        TestPeople people = new TestPeople(context);
        staff = people.staff(people.province(), Role.CLERK);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void sendsThePolicyAndNoSessionOfTheServer() throws Exception {
        var answer = get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(cookies.getCookieStore().getCookies())
                .extracting(HttpCookie::getName)
                .containsExactly("XSRF-TOKEN");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var answer = signIn(staff.login(), TestPeople.PASSWORD, "/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/"));
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void everyKindOfFailureLooksTheSame() throws Exception {
        String wrong = body(signIn(staff.login(), "wrong-password", "/"), staff.login());
        String unknown = body(signIn("no-such-name", "wrong-password", "/"), "no-such-name");
        for (int i = 0; i < 4; i++) {
            signIn(staff.login(), "wrong-password", "/");
        }
        String locked = body(signIn(staff.login(), TestPeople.PASSWORD, "/"), staff.login());
        assertThat(unknown).isEqualTo(wrong);
        assertThat(locked).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "/units, /units",
        "/units?q=a, /units?q=a",
        "https://example.com, /",
        "//example.com, /",
        "/\\example.com, /",
        "javascript:alert(1), /"
    })
    void signingInLeadsNowhereElse(String next, String expected) throws Exception {
        var answer = signIn(staff.login(), TestPeople.PASSWORD, next);
        assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow())
                        .toString()
                        .replaceFirst("^http://localhost:\\d+", ""))
                .isEqualTo(expected);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInWords() throws Exception {
        var answer = post("/sign-in", "login=" + staff.login() + "&password=" + TestPeople.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面已过期");
    }

    @Test
    void nobodyIsSentToSignInAndReturnsToWhereTheyWanted() throws Exception {
        assertThat(get("/").headers().firstValue("Location").orElse("")).endsWith("/public");
        assertThat(get("/units").headers().firstValue("Location").orElse("")).endsWith("/sign-in?next=/units");
        assertThat(get("/setup?token=guess").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> signIn(String login, String password, String next) throws Exception {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        assertThat(token.find()).isTrue();
        return post(
                "/sign-in",
                "_csrf=" + encode(token.group(1)) + "&login=" + encode(login) + "&password=" + encode(password)
                        + "&next=" + encode(next));
    }

    /** The page without what must differ: the token and the name that was typed. */
    private static String body(HttpResponse<String> answer, String login) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body()
                .replaceAll("value=\"[\\w-]{60,}\"", "")
                .replaceAll("\"X-XSRF-TOKEN\":\"[^\"]+\"", "")
                .replaceAll("X-XSRF-TOKEN[^>]+>", ">")
                .replace(login, "");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
