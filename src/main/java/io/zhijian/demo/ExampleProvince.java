package io.zhijian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code demo/example-province.yaml} as records. */
record ExampleProvince(List<UnitRow> units, List<StaffRow> staff, ObjectNode complete, List<AppRow> apps) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record UnitRow(
            String key,
            @Nullable String parent,
            String name,
            String level,
            String region,
            String credit,
            @Nullable String line,
            List<String> kinds,
            String phone) {}

    /** @param roles each as ROLE@axis:what it reaches */
    record StaffRow(String login, String name, String unit, List<String> roles) {}

    /** @param entry where the app's entry differs from the complete one; null means not known */
    record AppRow(String host, String stage, @Nullable List<String> users, ObjectNode entry) {}

    static ExampleProvince read(Path demo) {
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(text(demo.resolve("example-province.yaml")));
        return JSON.convertValue(yaml, ExampleProvince.class);
    }

    /** Published facts of real apps, one JSON object a line. */
    static List<JsonNode> published(Path demo) {
        return text(demo.resolve("published-apps.jsonl"))
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    /** The whole entry of an app, with units by id in place of their keys. */
    String document(AppRow app, Map<String, String> unitIds) {
        ObjectNode entry = complete.deepCopy();
        app.entry().properties().forEach(field -> entry.set(field.getKey(), field.getValue()));
        entry.put("host", unitIds.get(app.host()));
        List<String> users = app.users() == null ? List.of() : app.users();
        entry.set("users", JSON.valueToTree(users.stream().map(unitIds::get).toList()));
        return JSON.writeValueAsString(entry);
    }

    /** What a published app says of itself, in the shape of an entry. */
    static String document(JsonNode published) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", published.path("name").asString());
        entry.put("form", form(published.path("form").asString("")));
        String form = published.path("form").asString("");
        // words that say more than the form stay as they were published
        entry.put("platform", form.equals("App") || form.equals("小程序") ? "" : form);
        entry.put("summary", published.path("description").asString(""));
        entry.put(
                "functions",
                published
                        .path("functions")
                        .valueStream()
                        .map(f -> Map.of("name", f.asString()))
                        .toList());
        return JSON.writeValueAsString(entry);
    }

    private static @Nullable String form(String words) {
        if (words.startsWith("小程序")) {
            return "MINI_PROGRAM";
        }
        return words.startsWith("App") ? "APP" : null;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
