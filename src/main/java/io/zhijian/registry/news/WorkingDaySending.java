package io.zhijian.registry.news;

import io.zhijian.people.inbox.SendingDays;
import io.zhijian.rules.WorkingDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Digests go out on working days, holidays and 调休 considered. */
@Component
class WorkingDaySending implements SendingDays {

    private final WorkingDays days;

    WorkingDaySending(WorkingDays days) {
        this.days = days;
    }

    @Override
    public boolean isSendingDay(LocalDate day) {
        return days.isWorkingDay(day);
    }
}
