import io.zhijian.Zhijian;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.database.EmbeddedPostgres;
import io.zhijian.demo.crowd.Crowd;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Judged;
import io.zhijian.rules.office.InForce;
import io.zhijian.rules.sweep.Sweep;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a sweep of a demo's data directory takes, from nothing and then again, beside reading the same rows plainly and
 * judging them in memory, all in the same minutes. It forgets the demo's findings first; a directory that is not a demo's
 * is refused.
 *
 * <pre>
 * ./zhijian demo --subjects 200000 --data /tmp/load
 * java @ops/jvm.options -Dzhijian.home=. -cp target/app/zhijian.jar bench/sweep/SweepBench.java /tmp/load
 * </pre>
 */
public class SweepBench {

    private static final Actor READER = Actor.service("sweep-bench", Role.REVIEWER);

    public static void main(String[] words) throws Exception {
        if (words.length != 1 || !Files.exists(Path.of(words[0], "postgres"))) {
            System.err.println("SweepBench DATA (the data directory of a demo; see ./zhijian demo --subjects N)");
            System.exit(2);
        }
        Path data = Path.of(words[0]);
        System.setProperty("zhijian.data", data.toString());
        System.setProperty("zhijian.demo", "true");
        System.setProperty("zhijian.jobs", "false");
        System.setProperty("zhijian.announced", "false");
        System.setProperty("server.port", "0");
        System.setProperty("logging.level.root", "error");
        System.setProperty("logging.level.io.zhijian", "warn");
        int status = 0;
        try (ConfigurableApplicationContext context = SpringApplication.run(Zhijian.class)) {
            DataSource owner = context.getBean("ownerDataSource", DataSource.class);
            if (Crowd.isDemo(owner)) {
                untilQuiet();
                new SweepBench(context, owner).run();
            } else {
                System.err.println(data + " is not a demo's data directory");
                status = 1;
            }
        } finally {
            EmbeddedPostgres.stop(data);
        }
        System.exit(status);
    }

    private final Sweep sweep;
    private final InForce inForce;
    private final List<FactSource> sources;
    private final JdbcClient owner;
    private final DataSource application;

    private SweepBench(ConfigurableApplicationContext context, DataSource owner) {
        this.sweep = context.getBean(Sweep.class);
        this.inForce = context.getBean(InForce.class);
        this.sources = List.copyOf(context.getBeansOfType(FactSource.class).values());
        this.owner = JdbcClient.create(owner);
        this.application = owner;
    }

    private void run() throws Exception {
        long subjects = count("registry.subject where provenance = 'OWN'");
        System.out.printf("%d subjects, %d rules, %d processors%n", subjects, rules(), Runtime.getRuntime().availableProcessors());
        plainly("plain reading of the rows (before)", subjects);
        owner.sql("truncate rules.judged, rules.sweep, rules.finding_event, rules.finding").update();
        told("first sweep, everything", subjects, () -> sweep.run());
        System.out.printf("    %d findings%n", count("rules.finding"));
        told("second sweep, nothing changed", subjects, () -> sweep.run());
        owner.sql("update registry.subject set stamp = stamp where id in (select id from registry.subject where provenance = 'OWN' limit 100)").update();
        told("third sweep, 100 subjects written", subjects, () -> sweep.run());
        plainly("plain reading of the rows (after)", subjects);
        List<Judged> facts = new ArrayList<>();
        told("facts alone, one thread", subjects, () -> as(() -> sources.forEach(source -> source.forEach(each -> keep(facts, each)))));
        int[] judged = {0};
        told("rules alone on facts in memory, one thread", subjects, () -> as(() -> {
            while (judged[0] < subjects) {
                for (Judged each : facts) {
                    inForce.on(LocalDate.now(), each.where()).judge(each.subject().kind(), each.facts());
                    judged[0]++;
                }
            }
        }));
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("peak heap %d MB of %d MB%n", peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void keep(List<Judged> facts, Judged each) {
        if (facts.size() < 20_000) {
            facts.add(each);
        }
    }

    private void plainly(String what, long subjects) throws Exception {
        told(what, subjects, () -> {
            try (var connection = application.getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.setFetchSize(1_000);
                    try (var rows = statement.executeQuery("select id, kind, name, unit_path, region, line, stage, doc from registry.subject where provenance = 'OWN'")) {
                        long characters = 0;
                        while (rows.next()) {
                            characters += rows.getString("doc").length();
                        }
                        if (characters == 0) {
                            throw new IllegalStateException("nothing there");
                        }
                    }
                }
            }
        });
    }

    private static void as(Runnable work) {
        ScopedValue.where(Actor.CURRENT, READER).run(work);
    }

    private long rules() {
        return inForce.on(LocalDate.now(), new io.zhijian.base.Jurisdiction(new java.util.UUID(0, 0), "/1/", "990000000000", null)).rules().size();
    }

    private long count(String what) {
        return owner.sql("select count(*) from " + what).query(Long.class).single();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void told(String what, long subjects, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%-45s %8.2f s %10.0f subjects/s%n", what, seconds, subjects / seconds);
    }

    /** The start's own work, such as the index of lists, is not measured. */
    private static void untilQuiet() throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int quiet = 0; quiet < 3; quiet++) {
            long before = system.getProcessCpuTime();
            Thread.sleep(1_000);
            quiet = system.getProcessCpuTime() - before > 300_000_000L ? -1 : quiet;
        }
    }
}
