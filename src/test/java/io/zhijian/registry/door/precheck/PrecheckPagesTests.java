package io.zhijian.registry.door.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Anybody may have a text looked at; nothing of it is kept. */
@ZhijianTest
class PrecheckPagesTests {

    private static final String FORCED = "各村必须在本周内完成App下载注册任务，注册率达不到90%的，在全镇通报批评。";

    @LocalServerPort
    int port;

    @Test
    void suspectWordsAreMarkedWithTheirArticleAndAnotherWording() throws IOException, InterruptedException {
        HttpResponse<String> answer = check(FORCED);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("疑似", "第8条", "zd-suspect", "可以这样改", "不作认定")
                .doesNotContain("违规", "precheck.");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aHarmlessTextIsSaidToBeSo() throws IOException, InterruptedException {
        assertThat(check("市民可在小程序上查询公交到站时间，也可以预约图书馆座位。").body())
                .contains("没有发现疑似加重负担的要求")
                .doesNotContain("zd-suspect");
    }

    @Test
    void aHostileTextIsShownAsText() throws IOException, InterruptedException {
        String body = check("</textarea><script>alert(1)</script>" + FORCED).body();
        assertThat(body).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void aMarkedTextIsRefusedAndNotRepeated() throws IOException, InterruptedException {
        HttpResponse<String> answer = check("绝密★10年\n关于某某工作的通知正文");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("某某工作的通知正文");
    }

    @Test
    void anEmptyOrEndlessTextIsAnsweredInWords() throws IOException, InterruptedException {
        assertThat(check(" ").body()).contains("请先粘贴要检查的文本");
        HttpResponse<String> endless = check("字".repeat(PrecheckController.MOST + 1));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(endless.body()).contains("请分段检查");
    }

    private HttpResponse<String> check(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/public/precheck"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
