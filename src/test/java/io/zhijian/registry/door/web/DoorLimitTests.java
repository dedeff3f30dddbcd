package io.zhijian.registry.door.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Who asks too often is told so and when to come again; who asks is believed to configured proxies only. */
@ZhijianTest
@TestPropertySource(
        properties = {
            "zhijian.door.per-minute=6",
            "zhijian.door.at-once=4",
            "zhijian.proxies=127[.]0[.]0[.]1",
            "zhijian.jobs=false"
        })
class DoorLimitTests {

    private static final String PROXY = "127.0.0.1";
    private static final String ANYBODY = "127.0.0.9";

    @LocalServerPort
    int port;

    @Test
    void whoAsksTooOftenIsToldInWordsAndOthersAreNot() throws IOException, InterruptedException {
        HttpResponse<String> refused = exhaust("203.0.113.7", "/public");
        assertThat(refused.headers()
                        .firstValue("retry-after")
                        .map(Integer::valueOf)
                        .orElseThrow())
                .isBetween(1, 60);
        assertThat(refused.body()).contains("查询过于频繁", "政务应用公开查询").doesNotContain("_csrf", "退出");
        assertThat(refused.headers().map()).doesNotContainKey("set-cookie");
        assertThat(refused.headers().firstValue("cache-control").orElse("")).contains("no-store");

        HttpResponse<String> machine = get(PROXY, "203.0.113.250", "/api/v1/public/entries");
        assertThat(machine.statusCode()).as("the same neighbourhood").isEqualTo(429);
        assertThat(machine.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(machine.headers().firstValue("retry-after")).isPresent();
        assertThat(get(PROXY, "198.51.100.7", "/public").statusCode())
                .as("another")
                .isEqualTo(200);
    }

    @Test
    void whatSomebodyOtherThanAProxySaysOfTheAddressCountsNothing() throws IOException, InterruptedException {
        for (int i = 0; i < 6; i++) {
            get(ANYBODY, "192.0.2." + i, "/public");
        }
        assertThat(get(ANYBODY, "192.0.2.99", "/public").statusCode()).isEqualTo(429);
        // nor does what somebody put in front of what the proxy says
        for (int i = 0; i < 6; i++) {
            get(PROXY, "10.9." + i + ".1, 198.18.0.1", "/public");
        }
        assertThat(get(PROXY, "10.9.99.1, 198.18.0.1", "/public").statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> exhaust(String forwarded, String path) throws IOException, InterruptedException {
        for (int i = 0; i < 4; i++) {
            assertThat(get(PROXY, forwarded, path).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = get(PROXY, forwarded, path);
        assertThat(refused.statusCode()).isEqualTo(429);
        return refused;
    }

    private HttpResponse<String> get(String from, String forwarded, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("X-Forwarded-For", forwarded)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
