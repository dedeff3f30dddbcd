package io.zhijian;

import io.zhijian.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry: {@code run} starts the server; every other verb is a command that starts no Spring. */
@SpringBootApplication
public class Zhijian {

    static void main(String[] args) {
        List<String> words = List.of(args);
        if (words.isEmpty() || words.getFirst().equals("run")) {
            serve(words.isEmpty() ? words : words.subList(1, words.size()));
        } else {
            System.exit(Commands.run(words));
        }
    }

    /** Starts once to load the demo, and stops again. */
    static void makeDemo(RunOptions options) {
        options.properties().forEach(System::setProperty);
        System.setProperty("server.port", "0");
        System.setProperty("zhijian.jobs", "false");
        System.setProperty("zhijian.announced", "false");
        // it stops while the index of lists is still being read
        System.setProperty("logging.level.io.zhijian.database", "off");
        System.setProperty("logging.level.com.zaxxer.hikari", "off");
        SpringApplication.run(Zhijian.class).close();
        EmbeddedPostgres.stop(options.data());
    }

    private static void serve(List<String> words) {
        RunOptions options;
        try {
            options = RunOptions.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        options.properties().forEach(System::setProperty);
        if (options.databaseUrl().isEmpty()) {
            Path data = options.data();
            // the database starts while Spring does; the pool then finds it running
            Thread.ofPlatform().name("embedded-postgresql").start(() -> EmbeddedPostgres.start(data, "zhijian"));
            SpringApplication.getShutdownHandlers().add(() -> EmbeddedPostgres.stop(data));
        }
        SpringApplication.run(Zhijian.class);
    }
}
