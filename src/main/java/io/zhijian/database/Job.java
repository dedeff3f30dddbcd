package io.zhijian.database;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Slot: a module's work of every day; it runs on one of the nodes, by nobody's hand, so it binds its own named actor.
 *
 * <p>A run that was missed because nothing was up is made up for soon after the next start, so a job may run twice a day
 * and must not mind.
 */
public interface Job {

    /** Such as "rules.sweep"; never changed, since the time of the next run is kept under it. */
    String name();

    /** The time of day in Asia/Shanghai. */
    LocalTime at();

    /** Less than a day for work that cannot wait for tomorrow; {@link #at} then says nothing. */
    default Duration every() {
        return Duration.ofDays(1);
    }

    /** A failure is logged, and the job runs again the next day. */
    void run();
}
