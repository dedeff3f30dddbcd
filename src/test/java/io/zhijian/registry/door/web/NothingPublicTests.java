package io.zhijian.registry.door.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhijian.DemoTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.release.Releases;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Not there, not released, waiting, withdrawn, for insiders, a group, published elsewhere, malformed, hostile: whoever asks
 * cannot tell which, by content, status, header, or by the work that answering takes. bench/door measures the time.
 */
@DemoTest
@TestPropertySource(properties = "zhijian.door.per-minute=0")
class NothingPublicTests {

    private static final String GONE = "东禾随手拍";
    private static final Actor HOST = Actor.service("test-host", Role.CLERK);
    private static final Actor OFFICE = Actor.service("test-office", Role.SUPERVISOR);

    /** Why nothing is public under it, and what is typed. */
    private static final Map<String, List<String>> TYPED = new TreeMap<>(Map.of(
            "unknown", List.of("没有这样的应用", "东禾湖河护巡", "示例备2026-9999"),
            "not released", List.of("东禾河湖巡护", "例ICP备99000002号-3A", "示例备2026-0002", "东禾微讯", "donghe-weixun"),
            "waits for the office", List.of("东禾农技员"),
            "withdrawn", List.of(GONE),
            "for insiders", List.of("例政通", "甲示办公助手", "示例应急一线通"),
            "a group", List.of("水利局工作群", "东禾县水利局"),
            "published elsewhere", List.of("浙江政务服务网掌上办"),
            "malformed", List.of("", " ", "号", "ICP", "例ICP备号", "示例备2026-", "示例备2026—000２x", "x".repeat(4000)),
            "hostile", List.of("' or '1'='1", "<script>alert(1)</script>", "%00", "\uFFFF", "机密★10年", "../../apps")));

    private static final String SESSION = "session=" + "A".repeat(43);

    @LocalServerPort
    int port;

    @Autowired
    Door door;

    @Autowired
    Releases releases;

    @Autowired
    Subjects subjects;

    @Autowired
    HikariDataSource pool;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    @Test
    void everythingThatIsNotPublicIsAnsweredAlikeToTheLastByte() {
        withdrawn(token -> {
            for (String question :
                    List.of("/public/look-up?q=", "/public/look-up?lang=en&q=", "/api/v1/public/look-up?q=")) {
                Map<Answer, List<String>> answers = new HashMap<>();
                TYPED.forEach((why, words) -> words.forEach(
                        typed -> answers.computeIfAbsent(get(question + encoded(typed)), answer -> new ArrayList<>())
                                .add(why + ": " + typed)));
                assertThat(answers.values()).as(question).hasSize(1);
                Answer answer = answers.keySet().iterator().next();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.headers()).doesNotContainKey("set-cookie");
                assertThat(answer.body()).containsAnyOf("未查到公开信息", "No public information found", "\"items\":[]");
            }
        });
    }

    @Test
    void aCodeThatLeadsNowhereIsAnsweredAlikeWhateverItWas() {
        withdrawn(gone -> {
            for (String after : List.of("", "/badge.svg", "/code.svg", "/code.png")) {
                assertAlike("/q/", after, gone);
            }
            assertAlike("/api/v1/public/entries/", "", gone);
        });
    }

    private void assertAlike(String before, String after, String gone) {
        Map<Answer, List<String>> answers = new HashMap<>();
        for (String token : List.of("AAAAAAAAAAAAAAAAAAAAAA", gone, id("东禾河湖巡护").toString(), "x", "null", "%3Cb%3E")) {
            answers.computeIfAbsent(get(before + token + after), answer -> new ArrayList<>())
                    .add(token);
        }
        assertThat(answers.values()).as(before + "…" + after).hasSize(1);
        assertThat(answers.keySet().iterator().next().status()).isEqualTo(404);
    }

    @Test
    void anAddressThatLeadsNowhereOrCannotBeReadIsRefusedByTheDoorItself() {
        for (String path : List.of(
                "/public/nothing",
                "/public/look-up/",
                "/public/scan",
                "/q/",
                "/q/a/b",
                "/public/look-up?q=%FF%FE",
                "/public/items?theme=%FF")) {
            Answer answer = get(path);
            assertThat(answer.status()).as(path).isIn(404, 422);
            assertThat(answer.body()).as(path).contains("政务应用公开查询").doesNotContain("_csrf");
            assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
        }
        assertThat(get("/api/v1/public/look-up?q=%FF").status()).isEqualTo(422);
    }

    /** The same work for all: none at the database, however many rows it would have to hide. */
    @Test
    void noQuestionOfThePublicReachesTheDatabase() throws SQLException, IOException, InterruptedException {
        String token = door.snapshot().find("甲示市民通").getFirst().token();
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < pool.getMaximumPoolSize()) {
                all.add(pool.getConnection());
            }
            TYPED.values().forEach(words -> words.forEach(typed -> get("/public/look-up?q=" + encoded(typed))));
            for (String path : List.of(
                    "/public",
                    "/public/look-up?q=" + encoded("甲示市民通"),
                    "/public/items",
                    "/public/data/entries.csv",
                    "/q/" + token,
                    "/q/" + token + "/code.png",
                    "/api/v1/public/entries")) {
                assertThat(get(path).status()).as(path).isEqualTo(200);
            }
            // the guard sees what it must: a page for staff, who are told by their session, waits for a connection
            assertThatThrownBy(() -> send("/sign-in", SESSION, Duration.ofMillis(700)))
                    .isInstanceOf(HttpTimeoutException.class);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    /** Runs while an app that was public no longer is; the token it had is handed in. */
    private void withdrawn(Consumer<String> story) {
        UUID id = id(GONE);
        String token = door.snapshot().find(GONE).getFirst().token();
        ScopedValue.where(Actor.CURRENT, OFFICE).run(() -> releases.withdraw(id, "试验"));
        try {
            story.accept(token);
        } finally {
            ScopedValue.where(Actor.CURRENT, HOST)
                    .run(() -> releases.propose(id, subjects.get(id).version(), ""));
            ScopedValue.where(Actor.CURRENT, OFFICE)
                    .run(() ->
                            releases.release(id, releases.find(id).orElseThrow().version(), ""));
        }
        assertThat(door.snapshot().find(GONE).getFirst().token()).isEqualTo(token);
    }

    private UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private Answer get(String path) {
        try {
            HttpResponse<byte[]> answer = send(path, "", Duration.ofSeconds(5));
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            return new Answer(answer.statusCode(), headers, new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private HttpResponse<byte[]> send(String path, String cookie, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(patience);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
