package io.zhijian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import io.zhijian.house.Golden;
import io.zhijian.registry.app.AppMove;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** The life of an app is one table, readable as a picture. */
class LifeTests {

    @BeforeEach
    @AfterEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theLifeIsUnderReview() {
        String moves = Arrays.stream(AppMove.values()).map(LifeTests::line).collect(Collectors.joining());
        String names = SubjectKind.APP.stages().stream()
                .map(stage -> "  " + stage.code() + ": " + Texts.t(SubjectKind.APP.textKey(stage)) + " " + stage.code()
                        + "\n")
                .collect(Collectors.joining());
        Golden.check("app-life.md", """
                # The life of an app

                Each arrow: move, who may, and in brackets the approval it rests on.

                ```mermaid
                stateDiagram-v2
                %s  [*] --> planned
                %s  closed --> [*]
                ```
                """.formatted(names, moves));
    }

    @Test
    void everyStageIsReachedFromTheFirstAndLeadsToTheLast() {
        assertThat(reached(Stage.PLANNED)).containsExactlyInAnyOrderElementsOf(SubjectKind.APP.stages());
        for (Stage stage : SubjectKind.APP.stages()) {
            assertThat(reached(stage)).as("from %s", stage).contains(Stage.CLOSED);
        }
    }

    @Test
    void nothingComesBackFromTheEnd() {
        assertThat(SubjectKind.APP.moves(Stage.CLOSED)).isEmpty();
    }

    private static String line(Move move) {
        String who = move.who().stream()
                .sorted()
                .map(role -> role.name().toLowerCase())
                .collect(Collectors.joining(", "));
        String approval = move.approval() == Approval.NONE
                ? ""
                : " [" + move.approval().name().toLowerCase() + "]";
        return "  " + move.from().iterator().next().code() + " --> " + move.to().code() + ": "
                + move.name().toLowerCase() + " · " + who + approval + "\n";
    }

    private static Set<Stage> reached(Stage start) {
        Set<Stage> reached = EnumSet.of(start);
        Deque<Stage> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Move move : SubjectKind.APP.moves(open.pop())) {
                if (reached.add(move.to())) {
                    open.push(move.to());
                }
            }
        }
        return reached;
    }
}
