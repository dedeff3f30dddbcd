package io.zhijian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import io.zhijian.house.Golden;
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
        String moves = Arrays.stream(Move.values()).map(LifeTests::line).collect(Collectors.joining());
        String names = Arrays.stream(Stage.values())
                .map(stage -> "  " + stage.code() + ": " + Texts.t(stage.textKey()) + " " + stage.code() + "\n")
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
        assertThat(reached(Stage.PLANNED)).containsExactlyInAnyOrder(Stage.values());
        for (Stage stage : Stage.values()) {
            assertThat(reached(stage)).as("from %s", stage).contains(Stage.CLOSED);
        }
    }

    @Test
    void nothingComesBackFromTheEnd() {
        assertThat(Move.from(Stage.CLOSED)).isEmpty();
    }

    private static String line(Move move) {
        String who = move.who().stream()
                .sorted()
                .map(role -> role.name().toLowerCase())
                .collect(Collectors.joining(", "));
        String approval = move.approval() == Move.Approval.NONE
                ? ""
                : " [" + move.approval().name().toLowerCase() + "]";
        return "  " + move.from().code() + " --> " + move.to().code() + ": "
                + move.name().toLowerCase() + " · " + who + approval + "\n";
    }

    private static Set<Stage> reached(Stage start) {
        Set<Stage> reached = EnumSet.of(start);
        Deque<Stage> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Move move : Move.from(open.pop())) {
                if (reached.add(move.to())) {
                    open.push(move.to());
                }
            }
        }
        return reached;
    }
}
