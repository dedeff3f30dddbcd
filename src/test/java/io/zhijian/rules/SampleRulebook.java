package io.zhijian.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The shipped rulebook, copied for one test context and turned to speak of {@link SampleSource#KIND}. */
public final class SampleRulebook implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "sample-rulebook", Map.of("zhijian.home", copy().toString(), "zhijian.jobs", "false")));
    }

    /** A folder with the copy, under the test's own temporary directory. */
    public static Path copy() {
        try {
            Path home = Files.createTempDirectory("rulebook");
            for (String folder : new String[] {"regulations", "rules"}) {
                try (var files = Files.walk(Path.of(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.createDirectories(home.resolve(file).getParent());
                        Files.writeString(
                                home.resolve(file),
                                Files.readString(file)
                                        .replace("about: app", "about: sample")
                                        .replace("about: [app]", "about: [app, sample]")
                                        .replaceAll("\\bapp\\.(?=[a-z])", "sample."));
                    }
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
