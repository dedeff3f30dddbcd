package io.zhijian.rules.sweep;

import io.zhijian.database.Job;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sweeps every night on one of the nodes, and soon after every start: it may have brought other rules or other subjects. */
@Component
class SweepJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(SweepJob.class);

    /** A quiet hour; nobody is told anything at night. */
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    private final Sweep sweep;
    private final boolean enabled;

    SweepJob(Sweep sweep, @Value("${zhijian.jobs:true}") boolean enabled) {
        this.sweep = sweep;
        this.enabled = enabled;
    }

    @Override
    public String name() {
        return "rules.sweep";
    }

    @Override
    public LocalTime at() {
        return NIGHT;
    }

    @Override
    public void run() {
        sweep.run();
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        if (enabled) {
            Thread.ofVirtual().name("rules-sweep-at-start").start(this::runAtStart);
        }
    }

    private void runAtStart() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            log.error("The sweep at the start failed; it will be tried again with the next one", e);
        }
    }
}
