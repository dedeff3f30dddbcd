package io.zhijian.rules.calendar;

import io.zhijian.rules.book.Bilingual;
import io.zhijian.rules.book.Node;
import io.zhijian.rules.book.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One year's holidays and the weekend days worked in exchange, from {@code regulations/calendar/<year>.yaml}.
 *
 * @param notice the notice it was taken from
 */
public record YearPlan(
        int year, Bilingual notice, LocalDate published, Verified verified, Set<LocalDate> off, Set<LocalDate> work) {

    /** Every year there is a file for, the first year first; fails with file and place. */
    public static List<YearPlan> load(Path home) {
        Path folder = home.resolve("regulations").resolve("calendar");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> from(Node.read(home, file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YearPlan from(Node node) {
        node.only("year", "notice", "published", "verified", "holidays");
        int year = node.number("year");
        if (!node.file().equals("regulations/calendar/" + year + ".yaml")) {
            throw node.bad("is called '" + year + "' inside");
        }
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        node.list("holidays").forEach(holiday -> add(holiday, year, off, work));
        work.stream().filter(off::contains).findFirst().ifPresent(both -> {
            throw node.bad(both + " is both a holiday and worked");
        });
        return new YearPlan(
                year,
                Bilingual.from(node.at("notice")),
                node.date("published"),
                node.at("verified").choice(Verified.class),
                Set.copyOf(off),
                Set.copyOf(work));
    }

    private static void add(Node holiday, int year, Set<LocalDate> off, Set<LocalDate> work) {
        holiday.only("name", "from", "to", "work");
        Bilingual.from(holiday.at("name"));
        LocalDate from = holiday.date("from");
        LocalDate to = holiday.date("to");
        if (to.isBefore(from) || to.isAfter(from.plusDays(15)) || to.getYear() != year) {
            throw holiday.bad("should be a few days of " + year + ", from the first to the last");
        }
        from.datesUntil(to.plusDays(1)).forEach(off::add);
        if (holiday.find("work").isPresent()) {
            for (Node day : holiday.list("work")) {
                if (!weekend(day.date())) {
                    throw day.bad("is no Saturday or Sunday");
                }
                work.add(day.date());
            }
        }
    }

    /** Whether it is a Saturday or a Sunday. */
    public static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
