package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhijian.Zhijian;
import io.zhijian.house.offender.Offender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Modules stand on their floors: each uses only what it declares, and nothing goes in circles. */
class ModuleWallsTests {

    private final ApplicationModules modules = ApplicationModules.of(Zhijian.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void anArrowThatIsNotDeclaredIsFound() {
        assertThatThrownBy(() -> ApplicationModules.of(Offender.class.getPackageName(), (ImportOption) location -> true)
                        .verify())
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }

    @Test
    void theGroundFloorStaysSmallAndKnowsNoSql() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/zhijian/base"))) {
            assertThat(files.filter(file -> file.toString().matches(".*(?<!package-info)\\.java")))
                    .hasSizeLessThanOrEqualTo(14);
        }
        assertThat(new ClassFileImporter().importPackages("io.zhijian.base"))
                .allSatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                        .noneMatch(used -> used.getTargetClass()
                                .getPackageName()
                                .matches("java\\.sql|org\\.springframework\\.jdbc.*")));
    }

    @Test
    void theModuleMapIsUnderReview() {
        String map = modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .map(this::line)
                .collect(Collectors.joining("\n", "# Modules\n\n| module | uses |\n|---|---|\n", "\n"));
        Golden.check("modules.md", map);
    }

    /** Read at start instead of scanning every class again, which costs over a second; also gives migrations their order. */
    @Test
    void theStartReadsTheModulesFromAFileThatIsTrue() {
        Golden.check(
                Path.of("src/main/resources", ApplicationModulesExporter.DEFAULT_LOCATION),
                names(new ApplicationModulesExporter(modules).toJson()));
    }

    /** The modules in their order; what each uses stands in the map, and comes out of the exporter in no fixed order. */
    private static String names(String exported) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode modules = (ObjectNode) json.readTree(exported);
        modules.values().forEach(module -> ((ObjectNode) module).remove("dependencies"));
        return json.writeValueAsString(modules) + "\n";
    }

    private String line(ApplicationModule module) {
        String uses = module.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        return "| `" + module.getIdentifier() + "` | " + (uses.isEmpty() ? "–" : uses) + " |";
    }
}
