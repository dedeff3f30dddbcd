package io.zhijian.rules.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.TestDatabase;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.rules.SampleLinks;
import io.zhijian.rules.SampleRulebook;
import io.zhijian.rules.SampleSource;
import io.zhijian.rules.TestFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * How long a sweep over many subjects takes: all of them once, then none of them. Measured with
 * {@code -Dzhijian.sweep=200000} on two otherwise idle cores: 13 s once, 3 s again.
 */
@EnabledIfSystemProperty(named = "zhijian.sweep", matches = "\\d+")
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class SweepSpeedTests {

    private final int subjects = Integer.getInteger("zhijian.sweep", 0);

    @Autowired
    Sweep sweep;

    @Test
    void whatIsJudgedAndUnchangedIsNotJudgedAgain() {
        SampleSource.clear();
        Jurisdiction where = new Jurisdiction(Ids.next(), "/8/", "990400000000", null);
        for (int i = 0; i < subjects; i++) {
            // one in a hundred has something to find
            TestFacts facts = i % 100 == 0 ? TestFacts.exemplaryBut("hostShown", false) : TestFacts.exemplary();
            SampleSource.put(where, "示例应用" + i, facts);
        }
        double first = seconds();
        double second = seconds();
        System.out.printf("sweep: %d subjects once %.1f s, again %.1f s%n", subjects, first, second);
        assertThat(second).isLessThan(first);
        SampleSource.clear();
    }

    private double seconds() {
        long start = System.nanoTime();
        sweep.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
