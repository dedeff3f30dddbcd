package io.zhijian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Texts;
import io.zhijian.house.Golden;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** The life of a finding, as a picture under review. */
class FindingMoveTests {

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theLifeOfAFindingIsUnderReview() {
        StringBuilder picture = new StringBuilder("# Life of a finding\n\n```mermaid\nstateDiagram-v2\n");
        for (FindingMove move : FindingMove.values()) {
            String label = Texts.t(move.textKey()) + " " + move + " (" + move.who() + ")";
            if (move.from().isEmpty()) {
                picture.append("  [*] --> ")
                        .append(move.to())
                        .append(": ")
                        .append(label)
                        .append('\n');
            }
            move.from()
                    .forEach(from -> picture.append("  ")
                            .append(from)
                            .append(" --> ")
                            .append(move.to())
                            .append(": ")
                            .append(label)
                            .append('\n'));
        }
        Golden.check("finding-life.md", picture.append("```\n").toString());
    }

    /** What the facts or the rulebook closed, only they open again. */
    @Test
    void nobodyDecidesOnWhatTheRulesHaveClosed() {
        for (FindingMove move : FindingMove.values()) {
            if (move.who() == FindingMove.Who.DECIDER) {
                assertThat(move.from()).doesNotContain(Finding.State.CURED, Finding.State.WITHDRAWN);
            }
        }
    }
}
