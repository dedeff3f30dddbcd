package io.zhijian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.rules.WorkingDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting is told in working days, and every day falls into exactly one age. */
class AgeTests {

    private final WorkingDays days = WorkingDays.load(Path.of("."));

    @Test
    void everyDayUpToTodayHasOneAgeThatIsTrue() {
        for (LocalDate today = LocalDate.of(2026, 1, 1); today.getYear() == 2026; today = today.plusDays(7)) {
            List<Age> ages = Age.all(today, days);
            for (LocalDate opened = today; opened.isAfter(today.minusDays(200)); opened = opened.minusDays(1)) {
                LocalDate day = opened;
                List<Age> of = ages.stream().filter(age -> age.covers(day)).toList();
                assertThat(of).as("%s on %s", opened, today).hasSize(1);
                assertThat(days.between(opened, today))
                        .isBetween((long) of.getFirst().least(), (long)
                                of.getFirst().most());
            }
        }
    }

    @Test
    void aLongHolidayDoesNotMakeAFindingOld() {
        LocalDate before = LocalDate.of(2026, 2, 13);
        LocalDate after = LocalDate.of(2026, 2, 24);
        assertThat(Age.all(after, days).getFirst().covers(before)).isTrue();
    }
}
