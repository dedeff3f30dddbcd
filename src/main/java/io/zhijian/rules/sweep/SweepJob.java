package io.zhijian.rules.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sweeps every night on one of the nodes, and soon after a start that brought other rules. */
@Component
class SweepJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SweepJob.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** A quiet hour; nobody is told anything at night. */
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    private final Sweep sweep;
    private final boolean enabled;
    private final RecurringTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    SweepJob(Sweep sweep, DataSource dataSource, @Value("${zhijian.jobs:true}") boolean enabled) {
        this.sweep = sweep;
        this.enabled = enabled;
        this.task =
                Tasks.recurring("rules.sweep", Schedules.daily(OFFICE, NIGHT)).execute((instance, context) -> sweep());
        this.scheduler =
                Scheduler.create(dataSource).startTasks(task).threads(1).build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        if (!enabled) {
            return;
        }
        scheduler.start();
        running = true;
        if (sweep.rulesChanged()) {
            Thread.ofVirtual().name("rules-sweep-at-start").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            log.error("The sweep failed; it will be tried again with the next one", e);
            throw e;
        }
    }

    /** Started by {@link #whenReady}, when the first page can be shown. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        if (running) {
            running = false;
            scheduler.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
