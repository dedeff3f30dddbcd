package io.zhijian.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The one scheduler: runs every {@link Job} at its time of day, each on one of the nodes. */
@Component
class Jobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** Two, so that a long job does not make the others wait. */
    private static final int AT_ONCE = 2;

    private final DataSource dataSource;
    private final List<Job> jobs;
    private final boolean enabled;
    private volatile @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, ObjectProvider<Job> jobs, @Value("${zhijian.jobs:true}") boolean enabled) {
        this.dataSource = dataSource;
        this.jobs = jobs.orderedStream().toList();
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        if (enabled && !jobs.isEmpty()) {
            Scheduler made = Scheduler.create(dataSource)
                    .startTasks(jobs.stream().map(Jobs::task).toList())
                    .threads(AT_ONCE)
                    .build();
            made.start();
            scheduler = made;
        }
    }

    static RecurringTask<Void> task(Job job) {
        Schedule schedule = job.every().compareTo(Duration.ofDays(1)) < 0
                ? Schedules.fixedDelay(job.every())
                : Schedules.daily(OFFICE, job.at());
        return Tasks.recurring(job.name(), schedule).execute((instance, context) -> run(job));
    }

    private static void run(Job job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            log.error("The job {} failed; it will be tried again at its next time", job.name(), e);
            throw e;
        }
    }

    /** Started by {@link #whenReady}, when the first page can be shown. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
