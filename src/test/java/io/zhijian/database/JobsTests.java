package io.zhijian.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.zhijian.ZhijianTest;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every module's daily work runs by one scheduler, at its time of day in the office's zone. */
@ZhijianTest
class JobsTests {

    private record Sample(String name, LocalTime at, Runnable work) implements Job {

        @Override
        public void run() {
            work.run();
        }
    }

    @Autowired
    DataSource dataSource;

    @Autowired
    ObjectProvider<Job> jobs;

    @Test
    void noTwoJobsShareAName() {
        assertThat(jobs.stream().map(Job::name)).doesNotHaveDuplicates().contains("rules.sweep");
    }

    @Test
    void aJobRunsWhenItsTimeHasComeAndIsKeptForTheNextDay() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Job job = new Sample("test.daily", LocalTime.of(4, 5), ran::countDown);
        Scheduler scheduler = Scheduler.create(dataSource)
                .startTasks(Jobs.task(job))
                .pollingInterval(Duration.ofMillis(50))
                .build();
        scheduler.start();
        try {
            assertThat(next()).isEqualTo(LocalTime.of(4, 5));
            JdbcClient.create(dataSource)
                    .sql("update scheduled_tasks set execution_time = now() where task_name = 'test.daily'")
                    .update();
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }
        assertThat(next()).isEqualTo(LocalTime.of(4, 5));
    }

    private LocalTime next() {
        return JdbcClient.create(dataSource)
                .sql("select execution_time from scheduled_tasks where task_name = 'test.daily'")
                .query(java.time.OffsetDateTime.class)
                .single()
                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                .toLocalTime();
    }
}
