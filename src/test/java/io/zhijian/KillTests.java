package io.zhijian;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.database.DatabaseAddress;
import io.zhijian.database.EmbeddedPostgres;
import io.zhijian.database.Secrets;
import io.zhijian.ledger.LedgerCommand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whatever is killed, whenever: a write that was acknowledged is there, with its row in the ledger. Three kills in
 * every run, twenty in {@code ./zhijian soak}.
 */
@Tag("durable")
class KillTests {

    private static final int KILLS = Integer.getInteger("zhijian.kills", 3);
    private static final int WRITERS = 4;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(20_231_218);

    @TempDir
    Path data;

    @Test
    void noAcknowledgedWriteIsLostNorItsLedgerRow() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = ServerProcess.start(data);
            List<Thread> writers = startWriters(server.port(), kill);
            Thread.sleep(800 + random.nextInt(1_200));
            if (kill % 2 == 0) {
                server.kill();
            } else {
                server.killWithDatabase();
            }
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (ServerProcess last = ServerProcess.start(data)) {
            assertThat(last.port()).isPositive();
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
            expectAllThere();
        }
        System.out.println(KILLS + " kills, " + acknowledged.size() + " acknowledged writes, none lost");
    }

    private List<Thread> startWriters(int port, int kill) {
        return java.util.stream.IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> write(port, "第%d次杀停%d组".formatted(kill, writer))))
                .toList();
    }

    /** Enters units until the server is gone; counts one only when its answer has come back. */
    private void write(int port, String stem) {
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn("qian.xitong", new Secrets(data).get("demo-qian.xitong"));
            String province = provinceOf(visitor);
            for (int i = 0; i < 10_000; i++) {
                String name = stem + i;
                HttpResponse<String> answer = visitor.post(
                        "/units/" + province + "/children",
                        Map.of("name", name, "level", "PROVINCE", "region", "990000000000", "reason", "杀停试验"));
                if (answer.statusCode() < 400 && answer.statusCode() >= 300) {
                    acknowledged.add(name);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException serverIsGone) {
            // that is the trial
        }
    }

    private static String provinceOf(Visitor visitor) throws IOException, InterruptedException {
        var link = java.util.regex.Pattern.compile("/units/([0-9a-f-]{36})")
                .matcher(visitor.get("/units").body());
        if (!link.find()) {
            throw new IllegalStateException("no unit on the page of units");
        }
        return link.group(1);
    }

    private void expectAllThere() {
        DatabaseAddress address = EmbeddedPostgres.start(data, "zhijian");
        var owner = new DriverManagerDataSource(
                address.url(), address.owner().user(), address.owner().password());
        List<String> withLedgerRow =
                JdbcClient.create(owner).sql("""
                        select name from people.unit u
                        where exists (select from ledger.entry e where e.subject_kind = 'unit' and e.subject_id = u.id)
                        """).query(String.class).list();
        assertThat(withLedgerRow).containsAll(acknowledged);
        assertThat(LedgerCommand.run(List.of("verify"), owner, System.out)).isZero();
    }
}
