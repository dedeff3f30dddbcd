package io.zhijian.registry.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A neighbourhood may ask so often and no more, and is told how long to wait. */
class RateLimitTests {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateLimit limit = new RateLimit(60, 10);

    @Test
    void soManyAtOnceAndThenOneASecond() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take(7, 1, 0)).isZero();
        }
        assertThat(limit.take(7, 1, 0)).isPositive().isLessThanOrEqualTo(2);
        assertThat(limit.take(7, 1, SECOND)).isZero();
        assertThat(limit.take(7, 1, SECOND)).isPositive();
        assertThat(limit.take(8, 1, SECOND)).as("another neighbourhood").isZero();
    }

    @Test
    void theWaitItTellsIsEnough() {
        limit.take(7, 10, 0);
        int wait = limit.take(7, 5, 0);
        assertThat(limit.take(7, 5, wait * SECOND)).isZero();
    }

    @Test
    void neighboursShareTheirMeasure() {
        assertThat(limit.slot("192.0.2.1")).isEqualTo(limit.slot("192.0.2.200"));
        assertThat(limit.slot("2001:db8:1:2::1")).isEqualTo(limit.slot("2001:db8:1:2:ffff::9"));
        assertThat(limit.slot("192.0.2.1")).isNotEqualTo(limit.slot("198.51.100.1"));
    }

    @Test
    void withoutALimitNobodyWaits() {
        RateLimit none = new RateLimit(0, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(none.take("192.0.2.1", 10)).isZero();
        }
    }
}
