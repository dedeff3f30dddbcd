package io.zhijian.rules;

import io.zhijian.rules.calendar.YearPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which days offices work: Monday to Friday, less the holidays, plus the weekend days worked in exchange.
 *
 * <p>Every answer is a look-up in tables made at the start. Where no notice is known for a year, Monday to Friday are
 * taken, and its dates are {@link #provisional}: pages show them as 暂定.
 */
public final class WorkingDays {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** By day since {@link #FIRST}: how many working days there are up to that day, that day included. */
    private final int[] counted;

    /** The working days in order, as days since {@link #FIRST}. */
    private final int[] days;

    private final List<YearPlan> plans;
    private final Set<Integer> known;

    private WorkingDays(List<YearPlan> plans) {
        this.plans = List.copyOf(plans);
        this.known = plans.stream()
                .filter(plan -> plan.verified().mayJudge())
                .map(YearPlan::year)
                .collect(Collectors.toUnmodifiableSet());
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        plans.forEach(plan -> {
            off.addAll(plan.off());
            work.addAll(plan.work());
        });
        int length = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
        this.counted = new int[length];
        int[] found = new int[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            LocalDate day = FIRST.plusDays(i);
            if (work.contains(day) || !YearPlan.weekend(day) && !off.contains(day)) {
                found[count++] = i;
            }
            counted[i] = count;
        }
        this.days = Arrays.copyOf(found, count);
    }

    /** Reads {@code regulations/calendar/} below that folder; fails with file and place. */
    public static WorkingDays load(Path home) {
        return new WorkingDays(YearPlan.load(home));
    }

    /** The years read, with the notices they were taken from. */
    public List<YearPlan> plans() {
        return plans;
    }

    public boolean isWorkingDay(LocalDate day) {
        int index = index(day);
        return counted[index] > (index == 0 ? 0 : counted[index - 1]);
    }

    /**
     * The day on which a term ends that counts working days from the day after this one; a negative number counts back.
     * Zero is the day itself, or the next working day after it.
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        int before = counted[index(day)];
        boolean itself = isWorkingDay(day);
        int wanted;
        if (workingDays > 0) {
            wanted = before + workingDays - 1;
        } else if (workingDays == 0) {
            wanted = itself ? before - 1 : before;
        } else {
            wanted = before - (itself ? 1 : 0) + workingDays;
        }
        if (wanted < 0 || wanted >= days.length) {
            throw new IllegalArgumentException(workingDays + " working days from " + day + " leave the calendar");
        }
        return FIRST.plusDays(days[wanted]);
    }

    /** How many working days lie after the first day up to the second, that day included; negative when it is earlier. */
    public long between(LocalDate from, LocalDate to) {
        return (long) counted[index(to)] - counted[index(from)];
    }

    /** Whether the holidays of that day's year are not known yet, so that a due date may still move. */
    public boolean provisional(LocalDate day) {
        return !known.contains(day.getYear());
    }

    private static int index(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new IllegalArgumentException(day + " is outside the calendar");
        }
        return (int) (day.toEpochDay() - FIRST.toEpochDay());
    }
}
