package io.zhijian;

import io.zhijian.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application context of a test run a fresh database in the one embedded server under {@code target/}. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The data directory of the tests. */
    public static final Path DATA = Path.of("target/test-data");

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> EmbeddedPostgres.stop(DATA)));
    }

    /** A database name no other context of this or an earlier run has. */
    public static String freshName() {
        return "test_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36) + "_"
                + COUNT.incrementAndGet();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "zhijian.data",
                                DATA.toString(),
                                "zhijian.database.name",
                                freshName(),
                                // only where a test asks for like apps
                                "zhijian.nearest.after",
                                "1d")));
    }
}
