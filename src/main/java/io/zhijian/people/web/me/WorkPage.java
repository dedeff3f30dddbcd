package io.zhijian.people.web.me;

import io.zhijian.base.Texts;
import io.zhijian.base.WorkItems;
import java.time.LocalDate;
import java.util.List;

/** The work page: what waits, until when, and what happens if nobody acts. */
public record WorkPage(String name, boolean hasRole, List<WorkItems.Item> items, LocalDate today) {

    public boolean overdue(WorkItems.Item item) {
        return item.due() != null && item.due().isBefore(today);
    }

    public String due(WorkItems.Item item) {
        return item.due() == null ? Texts.t("people.work.no-due") : Texts.date(item.due());
    }
}
