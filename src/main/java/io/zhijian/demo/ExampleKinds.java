package io.zhijian.demo;

import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.life.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code demo/example-kinds.yaml}: public accounts and work groups of 示例省. */
record ExampleKinds(ObjectNode completeAccount, List<Row> accounts, List<Row> groups) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One account or group.
     *
     * @param entry where an account differs from the complete one; all of a group
     */
    record Row(
            String host,
            String stage,
            @Nullable Integer lastPostDays,
            @Nullable Integer endsInDays,
            ObjectNode entry) {}

    static ExampleKinds read(Path demo) {
        try {
            String text = Files.readString(demo.resolve("example-kinds.yaml"));
            return JSON.convertValue(new Load(LoadSettings.builder().build()).loadFromString(text), ExampleKinds.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enters them all in the order of the file, within the caller's transaction. */
    void enter(
            Register register, Map<String, String> unitIds, Function<String, UUID> ids, LocalDate today, String why) {
        for (Row row : accounts) {
            ObjectNode entry = completeAccount.deepCopy();
            row.entry().properties().forEach(field -> entry.set(field.getKey(), field.getValue()));
            if (row.lastPostDays() != null) {
                entry.put("lastPost", today.minusDays(row.lastPostDays()).toString());
            }
            enter(register, SubjectKind.ACCOUNT, row, entry, unitIds, ids, why);
        }
        for (Row row : groups) {
            ObjectNode entry = row.entry().deepCopy();
            if (row.endsInDays() != null) {
                entry.put("endsOn", today.plusDays(row.endsInDays()).toString());
            }
            enter(register, SubjectKind.GROUP, row, entry, unitIds, ids, why);
        }
    }

    private static void enter(
            Register register,
            SubjectKind kind,
            Row row,
            ObjectNode entry,
            Map<String, String> unitIds,
            Function<String, UUID> ids,
            String why) {
        entry.put("host", unitIds.get(row.host()));
        UUID id = ids.apply(kind.code() + ":" + entry.path("name").asString());
        Subject entered = register.enter(id, kind.shape().entry(JSON.writeValueAsString(entry)), why);
        Stage stage = Stage.valueOf(row.stage().toUpperCase(Locale.ROOT));
        if (stage != kind.first()) {
            register.setStage(entered.id(), kind.first(), stage, why);
        }
    }
}
