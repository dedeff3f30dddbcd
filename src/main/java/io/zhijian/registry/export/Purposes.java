package io.zhijian.registry.export;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The purposes of {@code regulations/exports.yaml}; a file that cannot be read stops the start. */
@Component
public class Purposes {

    private final List<Purpose> all;

    Purposes(@Value("${zhijian.home}") String home) {
        this.all = read(Path.of(home).resolve("regulations/exports.yaml"));
    }

    private record Book(List<Purpose> purposes) {}

    private static List<Purpose> read(Path file) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return List.copyOf(
                    JsonMapper.shared().convertValue(yaml, Book.class).purposes());
        } catch (IOException e) {
            throw new UncheckedIOException("the purposes of exports are missing: " + file, e);
        }
    }

    /** What the actor may choose from. */
    public List<Purpose> offered() {
        return all.stream()
                .filter(purpose -> purpose.offeredTo(Actor.current()))
                .toList();
    }

    public Optional<Purpose> find(String id) {
        return all.stream().filter(purpose -> purpose.id().equals(id)).findFirst();
    }

    /** The purpose the actor states; one must be stated, and it must be theirs to state. */
    public Purpose stated(String id) {
        return offered().stream()
                .filter(purpose -> purpose.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("export.purpose-missing"));
    }
}
