package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One Chinese term, one English word, and the code uses it. */
class GlossaryTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\p{IsHan}+) \\| `(\\w+)` \\|");

    @Test
    void everyWordNamesAType() throws IOException {
        assertThat(strangers(rows(glossary()), typeNames())).isEmpty();
    }

    @Test
    void noTermAndNoWordStandsTwice() throws IOException {
        List<MatchResult> rows = rows(glossary());
        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row.group(2))).doesNotHaveDuplicates();
    }

    @Test
    void aWordThatNamesNothingIsFound() throws IOException {
        assertThat(strangers(rows("| 幽灵 | `Ghost` | planted |\n"), typeNames())).containsExactly("Ghost");
    }

    private static List<String> strangers(List<MatchResult> rows, Set<String> types) {
        return rows.stream()
                .map(row -> row.group(2))
                .filter(word -> !types.contains(word))
                .toList();
    }

    private static List<MatchResult> rows(String glossary) {
        return ROW.matcher(glossary).results().toList();
    }

    private static String glossary() throws IOException {
        return Files.readString(Path.of("docs/glossary.md"));
    }

    private static Set<String> typeNames() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.zhijian").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
    }
}
