package io.zhijian;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.database.DatabaseAddress;
import io.zhijian.database.EmbeddedPostgres;
import io.zhijian.database.Secrets;
import io.zhijian.registry.exchange.TestSheets;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server that is killed while it enters an import leaves nothing of it, and says so after the next start. */
@Tag("durable")
class ImportKillTests {

    private static final int ROWS = 8_000;

    @TempDir
    Path data;

    @Test
    void aKilledImportLeavesNothing() throws Exception {
        ServerProcess server = ServerProcess.start(data);
        String path;
        try (Visitor clerk = signedIn(server.port())) {
            path = upload(clerk);
            clerk.post(path + "/columns", Map.of());
            awaitState(clerk, path, "待确认");
            assertThat(clerk.post(path + "/commit", Map.of("which", "all")).statusCode())
                    .isEqualTo(302);
            Thread.sleep(150);
            server.kill();
        }
        try (ServerProcess next = ServerProcess.start(data);
                Visitor clerk = signedIn(next.port())) {
            awaitState(clerk, path, "已中断");
            assertThat(count("registry.subject where name like '杀停导入%'")).isZero();
            assertThat(count("registry.import_row")).isZero();
            assertThat(count("registry.import_file")).isZero();
            assertThat(count("ledger.entry where action = 'import.done'")).isZero();
        }
    }

    private Visitor signedIn(int port) throws IOException, InterruptedException {
        return new Visitor(port).signIn("chen.jingban", new Secrets(data).get("demo-chen.jingban"));
    }

    private static String upload(Visitor clerk) throws IOException, InterruptedException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("应用名称", "简介", "主要功能"));
        for (int i = 1; i <= ROWS; i++) {
            rows.add(List.of("杀停导入" + i, "说明" + i, "通知、巡查"));
        }
        clerk.get("/imports/new");
        HttpResponse<String> answer =
                clerk.upload("/imports", Map.of("kind", "apps"), "kill.xlsx", TestSheets.sheet(rows));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private static void awaitState(Visitor clerk, String path, String words) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(90));
        while (!clerk.get("/imports").body().contains(words)) {
            assertThat(Instant.now()).as(path + " is to be " + words).isBefore(until);
            Thread.sleep(200);
        }
    }

    private long count(String what) {
        DatabaseAddress address = EmbeddedPostgres.start(data, "zhijian");
        var owner = new DriverManagerDataSource(
                address.url(), address.owner().user(), address.owner().password());
        return JdbcClient.create(owner)
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }
}
