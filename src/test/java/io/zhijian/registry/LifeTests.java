package io.zhijian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import io.zhijian.house.Golden;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The life of each kind is one table, readable as a picture. */
class LifeTests {

    @BeforeEach
    @AfterEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @ParameterizedTest
    @EnumSource
    void theLifeIsUnderReview(SubjectKind kind) {
        String moves = kind.moves().stream().map(LifeTests::line).collect(Collectors.joining());
        String names = kind.stages().stream()
                .map(stage -> "  " + stage.code() + ": " + Texts.t(kind.textKey(stage)) + " " + stage.code() + "\n")
                .collect(Collectors.joining());
        String ends = kind.stages().stream()
                .filter(stage -> kind.moves(stage).isEmpty())
                .map(stage -> "  " + stage.code() + " --> [*]\n")
                .collect(Collectors.joining());
        Golden.check(kind.code() + "-life.md", """
                # The life of %s

                Each arrow: move, who may, and in brackets the approval it rests on.

                ```mermaid
                stateDiagram-v2
                %s  [*] --> %s
                %s%s```
                """.formatted(
                        kind == SubjectKind.GROUP ? "a group" : "an " + kind.code(),
                        names,
                        kind.first().code(),
                        moves,
                        ends));
    }

    @ParameterizedTest
    @EnumSource
    void everyStageIsReachedFromTheFirstAndLeadsToAnEnd(SubjectKind kind) {
        assertThat(reached(kind, kind.first())).containsExactlyInAnyOrderElementsOf(kind.stages());
        for (Stage stage : kind.stages()) {
            assertThat(reached(kind, stage)).as("from %s", stage).anyMatch(Stage::ended);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingComesBackFromTheEnd(SubjectKind kind) {
        for (Stage stage : kind.stages()) {
            assertThat(kind.moves(stage).isEmpty()).as("%s", stage).isEqualTo(stage.ended());
        }
    }

    private static String line(Move move) {
        String who = move.who().stream()
                .sorted()
                .map(role -> role.name().toLowerCase())
                .collect(Collectors.joining(", "));
        String approval = move.approval() == Approval.NONE
                ? ""
                : " [" + move.approval().name().toLowerCase() + "]";
        String does = who.isEmpty() ? "by itself" : who;
        return move.from().stream()
                .sorted()
                .map(from -> "  " + from.code() + " --> " + move.to().code() + ": "
                        + move.name().toLowerCase() + " · " + does + approval + "\n")
                .collect(Collectors.joining());
    }

    private static Set<Stage> reached(SubjectKind kind, Stage start) {
        Set<Stage> reached = EnumSet.of(start);
        Deque<Stage> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Move move : kind.moves(open.pop())) {
                if (reached.add(move.to())) {
                    open.push(move.to());
                }
            }
        }
        return reached;
    }
}
