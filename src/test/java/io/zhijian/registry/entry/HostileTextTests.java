package io.zhijian.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppField;
import io.zhijian.registry.app.AppShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed into whichever field: a clear message beside that field, or the text back letter by letter. */
class HostileTextTests {

    @ParameterizedTest
    @MethodSource("fields")
    void refusesTextThatIsTooLong(Field field) {
        List<Problem> problems = problems(field, "长".repeat(field.max() + 1));
        assertThat(problems).anyMatch(problem -> problem.blocks()).allMatch(HostileTextTests::speaks);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesMarksThatTurnTheReadingDirection(Field field) {
        for (String mark : List.of("\u202E", "\u2066", "\u200F", "\u061C")) {
            assertThat(problems(field, "示例" + mark + "gpj.应用"))
                    .anyMatch(problem -> problem.code().equals("bidi") && problem.blocks())
                    .allMatch(HostileTextTests::speaks);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesWhatCannotBeSeenOrStored(Field field) {
        for (String sign : List.of("\u0000", "\u0007", "\uD800", "\u200B", "\uFEFF")) {
            assertThat(problems(field, "示" + sign + "例"))
                    .anyMatch(problem -> problem.code().equals("control") && problem.blocks())
                    .allMatch(HostileTextTests::speaks);
        }
    }

    /** Words of SQL, HTML and Arabic are words: free text keeps them as they are, coded fields say what they expect. */
    @ParameterizedTest
    @MethodSource("words")
    void keepsOrRefusesForeignWordsButNeverAltersThem(Field field, String words) {
        Shape shape = shape(field);
        Shape.Read read = shape.read(new Typed(Map.of(field.key(), words)));
        boolean told =
                read.problems().stream().anyMatch(problem -> problem.key().equals(field.key()));
        boolean kept = shape.typed(read.entry()).values().containsValue(words);
        assertThat(told || kept).isTrue();
        assertThat(kept)
                .isEqualTo(field.kind() == Kind.LINE
                        || field.kind() == Kind.TEXT
                        || field.kind() == Kind.LINES
                        || field.kind().lenient());
        assertThat(read.problems()).allMatch(HostileTextTests::speaks);
    }

    static Stream<Field> fields() {
        return Stream.of(SubjectKind.values()).flatMap(kind -> kind.shape().fields().stream());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> words() {
        List<String> words = List.of("'); drop table app--", "<script>alert(1)</script>", "نص عربي", "${7*7}{{1}}%_\\");
        return fields().flatMap(field ->
                words.stream().map(text -> org.junit.jupiter.params.provider.Arguments.of(field, text)));
    }

    @ParameterizedTest
    @EnumSource(
            value = AppField.class,
            names = {"ICP_NUMBER", "GOV_NUMBER", "ITEM_CODE", "RELEASE_HASH", "RELEASE_DATE", "STORE_LINK", "HOST"})
    void tellsAWrongCode(Field field) {
        assertThat(problems(field, "#12"))
                .anyMatch(problem -> problem.code().equals("shape"))
                .allMatch(HostileTextTests::speaks);
    }

    private static List<Problem> problems(Field field, String text) {
        Map<String, String> values = shape(field) == AppShape.SHAPE
                ? new LinkedHashMap<>(EntryFormTests.everything().values())
                : new LinkedHashMap<>();
        values.put(field.key(), text);
        return shape(field).read(new Typed(values)).problems().stream()
                .filter(problem -> problem.key().equals(field.key()))
                .toList();
    }

    private static Shape shape(Field field) {
        return Stream.of(SubjectKind.values())
                .map(SubjectKind::shape)
                .filter(shape -> shape.fields().contains(field))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody waits for an answer to a text of any length. */
    @ParameterizedTest
    @MethodSource("fields")
    void answersAHundredThousandSignsAtOnce(Field field) {
        assertThat(problems(field, "长".repeat(100_000)))
                .anyMatch(problem -> problem.blocks())
                .allMatch(HostileTextTests::speaks);
    }

    private static boolean speaks(Problem problem) {
        String words = problem.full();
        return Texts.has("registry.problem." + problem.code())
                && Texts.has(problem.field().textKey())
                && !words.contains("registry.")
                && !words.contains("{");
    }
}
