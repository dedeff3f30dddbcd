package io.zhijian.semantics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.semantics.likeness.LabelledOverlap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoresTests {

    @Test
    void anIntervalHoldsTheShareAndNarrowsWithMoreItems() {
        Share few = new Share();
        Share many = new Share();
        for (int i = 0; i < 400; i++) {
            many.add(i % 4 == 0 ? 0 : 1, 1);
            if (i < 20) {
                few.add(i % 4 == 0 ? 0 : 1, 1);
            }
        }
        assertThat(many.value()).isEqualTo(0.75);
        assertThat(many.interval()[0]).isBetween(0.68, 0.75);
        assertThat(many.interval()[1]).isBetween(0.75, 0.82);
        assertThat(few.interval()[1] - few.interval()[0]).isGreaterThan(many.interval()[1] - many.interval()[0]);
    }

    @Test
    void theTextThatSharesRarePairsIsBest() {
        BigramSearch search = new BigramSearch(List.of("河道巡查上报", "食堂订餐", "河道垃圾清理上报"));
        assertThat(BigramSearch.best(search.scores("食堂订餐系统"), 1)).containsExactly(1);
        assertThat(BigramSearch.best(search.scores("垃圾清理"), 1)).containsExactly(2);
    }

    @Test
    void likelyMarksAreCountedAgainstWhatPeopleSay() {
        OverlapScore score = new OverlapScore();
        score.add(
                new LabelledOverlap("x", Set.of("a", "b"), Set.of()),
                List.of(new OverlapScore.Hit("a", true), new OverlapScore.Hit("c", true)));
        assertThat(score.likelyF1()).isEqualTo(0.5);
    }
}
