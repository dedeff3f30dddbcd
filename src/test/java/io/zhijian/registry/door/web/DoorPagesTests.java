package io.zhijian.registry.door.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import io.zhijian.Visitor;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.code.QrReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The public door tells what host and office released, and of everything else nothing, always in the same way. */
@DemoTest
@TestPropertySource(properties = "zhijian.door.per-minute=0")
class DoorPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Door door;

    @Autowired
    QrReader reader;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aReleasedAppTellsWhatACitizenAsks() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/public/look-up?q=" + encoded("示例备２０２６－０００９"));
        assertThat(answer.body())
                .contains("已登记", "甲示好差评", "甲示市政务服务管理局", "例ICP备99000009号-1A", "即将关停", "关停公告", "例省办")
                .doesNotContain("官方认证", "赵示例", "高示例", "9900-0000101");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=60, public");
        HttpResponse<String> again = client.send(
                request("/public/look-up?q=x")
                        .header(
                                "If-None-Match",
                                answer.headers().firstValue("etag").orElseThrow())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anAccountIsFoundByNameAndIdAndAClosingOneSaysWhatFollowsIt() throws IOException, InterruptedException {
        assertThat(get("/public/look-up?q=donghe-fabu").body()).contains("已登记", "东禾发布", "微信公众号", "东禾县人民政府");
        assertThat(get("/public/look-up?q=" + encoded("甲示应急快讯")).body())
                .contains(
                        "关停公告",
                        "预警信息请关注“甲示应急”",
                        "/q/" + door.snapshot().find("甲示应急").getFirst().token());
    }

    @Test
    void openDataHoldReleasedEntriesOnly() throws IOException, InterruptedException {
        String csv = get("/public/data/entries.csv").body();
        String json = get("/public/data/entries.json").body();
        assertThat(csv.lines()).hasSize(door.snapshot().entries().size() + 1);
        for (String data : List.of(
                csv,
                json,
                get("/public/data/items.csv").body(),
                get("/public/data/items.json").body())) {
            assertThat(data)
                    .contains("例省办")
                    .doesNotContain("例政通", "东禾河湖巡护", "赵示例", id("例省办").toString());
        }
        assertThat(json).contains("\"licence\"", "\"attribution\"");
    }

    @Test
    void hostAndOfficeReleaseInTwoStepsAndEitherTakesItAway() throws IOException, InterruptedException {
        String page = "/apps/" + id("东禾河湖巡护") + "/public";
        try (Visitor clerk = new Visitor(port).signIn(Person.CLERK.login(), Person.CLERK.password());
                Visitor office = new Visitor(port).signIn(Person.SUPERVISOR.login(), Person.SUPERVISOR.password())) {
            assertThat(clerk.get(page).body()).contains("公开后，公众将看到以下内容", "提请公开");
            clerk.post(page + "/propose", Map.of("version", version("东禾河湖巡护"), "note", "请核对"));
            assertThat(found("东禾河湖巡护")).isFalse();
            assertThat(clerk.post(page + "/release", Map.of("version", "2")).statusCode())
                    .isEqualTo(403);
            assertThat(office.get("/releases").body()).contains("东禾河湖巡护");
            String version = office.get(page).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
            assertThat(office.post(page + "/release", Map.of("version", "99")).statusCode())
                    .isEqualTo(409);
            assertThat(office.post(page + "/release", Map.of("version", version))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(found("东禾河湖巡护")).isTrue();
            String shown = clerk.get(page).body();
            assertThat(shown).contains("公开内容与登记内容一致", "code.svg", "badge.svg");

            JdbcClient.create(owner)
                    .sql("update registry.subject set stage = 'SUSPENDED' where id = :id")
                    .param("id", id("东禾河湖巡护"))
                    .update();
            door.refresh();
            assertThat(get("/public/look-up?q=" + encoded("东禾河湖巡护")).body()).contains("暂停服务");

            assertThat(clerk.post(page + "/withdraw", Map.of("note", "")).statusCode())
                    .isEqualTo(422);
            clerk.post(page + "/withdraw", Map.of("note", "内容有误"));
            assertThat(found("东禾河湖巡护")).isFalse();
            clerk.post(page + "/audience", Map.of("audience", "STAFF"));
            assertThat(clerk.post(page + "/propose", Map.of("version", version("东禾河湖巡护")))
                            .statusCode())
                    .isEqualTo(403);
        }
        JdbcClient.create(owner)
                .sql("update registry.subject set stage = 'ONLINE' where id = :id")
                .param("id", id("东禾河湖巡护"))
                .update();
    }

    /** The wall behind the wall: the database itself lets nobody but an office change what is public. */
    @Test
    void theDatabaseRefusesWhatIsForInsiders() {
        JdbcClient db = JdbcClient.create(owner);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql("""
                        update registry.public_release set proposed = '{}', proposed_by = subject, proposed_at = now()
                         where audience <> 'PUBLIC'
                        """).update())
                .hasStackTraceContaining("only_for_everybody");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> db.sql("update registry.public_entry set doc = '{}' where doc is not null")
                                .update())
                .hasStackTraceContaining("only an office releases");
    }

    @Test
    void theCodeOfAnAppLeadsToItsEntryAndItsBadgeSaysWhatTheRegisterSays() throws IOException, InterruptedException {
        String token = door.snapshot().find("甲示市民通").getFirst().token();
        HttpResponse<byte[]> png =
                client.send(request("/q/" + token + "/code.png").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reader.read(png.body())).hasValue("http://localhost:" + port + "/q/" + token);
        assertThat(get("/q/" + token + "/badge.svg").body())
                .contains("已登记", "示例备2026-0007", "role=\"img\"")
                .doesNotContain("认证");
        HttpResponse<String> scanned = scan(png.body());
        assertThat(scanned.headers().firstValue("location").orElseThrow()).endsWith("/q/" + token);
        assertThat(scan("no picture".getBytes(StandardCharsets.UTF_8))
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/public?picture=unreadable");
    }

    @Test
    void theLanguageStandsInTheAddressAndNotInACookie() throws IOException, InterruptedException {
        assertThat(get("/public?lang=en").body())
                .contains("Is this app registered?")
                .contains("href=\"/public/items?lang=en\"");
        HttpResponse<String> chinese = client.send(
                request("/public").header("Cookie", "lang=en; type=large").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(chinese.body()).contains("这个应用登记了吗").doesNotContain("zj-large");
    }

    private boolean found(String name) throws IOException, InterruptedException {
        return get("/public/look-up?q=" + encoded(name)).body().contains("已登记");
    }

    private HttpResponse<String> scan(byte[] picture) throws IOException, InterruptedException {
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(picture),
                HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n"));
        return client.send(
                request("/public/scan")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private UUID id(String name) {
        return JdbcClient.create(owner)
                .sql("select id from registry.subject where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private String version(String name) {
        return JdbcClient.create(owner)
                .sql("select version::text from registry.subject where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
