package io.zhijian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas, which editors use, agree with the files as shipped and see a damaged one. */
class SchemaTests {

    @ParameterizedTest
    @ValueSource(strings = {"regulations", "regulations/calendar", "rules"})
    void everyFileFitsItsSchema(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("markings.yaml") && !file.endsWith("exports.yaml"))
                    .filter(file -> folder.endsWith("calendar") || !file.startsWith("regulations/calendar"))
                    .toList();
            assertThat(yaml).isNotEmpty();
            for (Path file : yaml) {
                assertThat(faults(folder, Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aDamagedRuleDoesNotFit() throws IOException {
        String rule = Files.readString(Path.of("rules/usage/no-norm.yaml"));
        assertThat(faults("rules", rule.replace("severity: serious", "severity: grave")))
                .hasSize(1);
        assertThat(faults("rules", rule.replace("found: unknown", "found: false")))
                .isNotEmpty();
        assertThat(faults("rules", rule.replace("when:", "whenever:"))).hasSize(2);
    }

    private static List<Error> faults(String folder, String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of(folder, "schema.json")));
        Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(Canonical.text(content), InputFormat.JSON);
    }
}
