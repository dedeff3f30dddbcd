package io.zhijian.demo.tour;

import io.zhijian.database.Job;
import io.zhijian.rules.WorkingDays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** 快进: sets the demo's clock forward by ten working days and does the daily work that would have been done. */
@Component
@ConditionalOnProperty(name = "zhijian.demo", havingValue = "true")
class Forward {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int WORKING_DAYS = 10;

    private final DemoClock clock;
    private final WorkingDays days;
    private final List<Job> jobs;

    Forward(DemoClock clock, WorkingDays days, ObjectProvider<Job> jobs) {
        this.clock = clock;
        this.days = days;
        this.jobs = jobs.orderedStream().toList();
    }

    /** Returns the day it is now. */
    synchronized LocalDate tenWorkingDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), OFFICE);
        LocalDate then = days.plus(today, WORKING_DAYS);
        clock.forward(Duration.ofDays(ChronoUnit.DAYS.between(today, then)));
        jobs.forEach(Job::run);
        return then;
    }
}
