package io.zhijian.supervision;

import io.zhijian.rules.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a finding has waited, in working days, as the days on which such findings were opened.
 *
 * @param least working days waited
 * @param most working days waited, none for the last
 */
public record Age(int least, int most, LocalDate from, LocalDate to) {

    /** Of the last one. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    private static final int[] MOST = {5, 10, 20, 60};
    private static final LocalDate EVER = LocalDate.of(2000, 1, 2);

    /** From the shortest to the longest; together they cover every day up to today, each once. */
    public static List<Age> all(LocalDate today, WorkingDays days) {
        List<Age> ages = new ArrayList<>();
        LocalDate to = today;
        int least = 0;
        for (int most : MOST) {
            LocalDate from = to;
            while (days.between(from.minusDays(1), today) <= most) {
                from = from.minusDays(1);
            }
            ages.add(new Age(least, most, from, to));
            to = from.minusDays(1);
            least = most + 1;
        }
        ages.add(new Age(least, ENDLESS, EVER, to));
        return ages;
    }

    public boolean covers(LocalDate opened) {
        return !opened.isBefore(from) && !opened.isAfter(to);
    }
}
