package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word the product says is there in both languages, and none lies about unused. */
class TextsTests {

    /** Keys that code builds from a name (of an enum, an action, a field) at run time begin with one of these. */
    private static final List<String> BUILT = builtPrefixes();

    private static final Pattern CALL = Pattern.compile("\\bt\\(\\s*\"([a-z][\\w.-]*\\.[\\w.-]*[\\w])\"\\s*[,)]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static List<String> bundles() {
        return Texts.BUNDLES;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty(String bundle) throws IOException {
        Properties chinese = load(bundle, "zh_CN");
        Properties english = load(bundle, "en");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        assertThat(chinese.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noChineseStandsInTheEnglishTexts(String bundle) throws IOException {
        Properties english = load(bundle, "en");
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> !key.equals("base.language.other"))
                        // a Chinese term of the law may stand in brackets after its English word
                        .filter(key -> CHINESE.matcher(
                                        english.getProperty(key).replaceAll("[((][^()()]*[))]|\\p{IsHan}+", ""))
                                .find()))
                .isEmpty();
    }

    @Test
    void noKeyIsUnused() throws IOException {
        Set<String> unused = unused(allKeys(), sources());
        assertThat(unused).as("unused texts").isEmpty();
    }

    @Test
    void noKeyIsMissing() throws IOException {
        assertThat(missing(allKeys(), sources())).as("texts that code asks for").isEmpty();
    }

    @Test
    void anUnusedAndAMissingKeyAreFound() {
        assertThat(unused(Set.of("base.left-over"), "t(\"base.other\")")).containsExactly("base.left-over");
        assertThat(missing(Set.of("base.here"), "t(\"base.here\") t(\"base.gone\", 1)"))
                .containsExactly("base.gone");
    }

    private static Set<String> unused(Set<String> keys, String sources) {
        return keys.stream()
                .filter(key -> !sources.contains('"' + key + '"'))
                .filter(key -> !(key.startsWith("refusal.") && sources.contains('"' + key.substring(8) + '"')))
                .filter(key -> BUILT.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(Set<String> keys, String sources) {
        Set<String> missing = new TreeSet<>();
        Matcher call = CALL.matcher(sources);
        while (call.find()) {
            if (!keys.contains(call.group(1))) {
                missing.add(call.group(1));
            }
        }
        Matcher refusal = Pattern.compile(
                        "Refusal\\s*\\.(?:invalid|forbidden|notFound|conflict|tooMany)\\(\\s*\"([\\w.-]+)\"")
                .matcher(sources);
        while (refusal.find()) {
            if (!keys.contains("refusal." + refusal.group(1))) {
                missing.add("refusal." + refusal.group(1));
            }
        }
        return missing;
    }

    private static Set<String> allKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : Texts.BUNDLES) {
            keys.addAll(load(bundle, "zh_CN").stringPropertyNames());
        }
        return keys;
    }

    private static List<String> builtPrefixes() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/built-text-prefixes.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|jte|js|yaml)"))
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    private static Properties load(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        Path file = Path.of("src/main/resources/messages/" + bundle + "_" + language + ".properties");
        try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
