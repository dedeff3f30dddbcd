package io.zhijian.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offices work on the days the notices say, and where there is no notice the answer is provisional. */
class WorkingDaysTests {

    private static final WorkingDays DAYS = WorkingDays.load(Path.of("."));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2024-02-09, true
            2024-02-10, false
            2024-02-18, true
            2024-05-11, true
            2024-09-14, true
            2024-10-07, false
            2025-01-01, false
            2025-01-26, true
            2025-01-28, false
            2025-02-08, true
            2025-04-27, true
            2025-06-02, false
            2025-09-28, true
            2025-10-08, false
            2025-10-09, true
            2025-10-11, true
            2026-01-02, false
            2026-01-04, true
            2026-02-14, true
            2026-02-23, false
            2026-02-28, true
            2026-05-09, true
            2026-06-19, false
            2026-09-20, true
            2026-09-25, false
            2026-10-10, true
            2026-11-21, false
            2026-11-23, true
            """)
    void aDayIsWorkedAsTheNoticesSay(LocalDate day, boolean worked) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasItsNumberOfWorkingDays(int year, int workingDays) {
        assertThat(DAYS.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-09-26, 1, 2025-09-28
            2025-09-26, 4, 2025-10-09
            2025-09-26, 6, 2025-10-11
            2025-10-03, 1, 2025-10-09
            2025-10-03, 0, 2025-10-09
            2025-09-30, 0, 2025-09-30
            2025-10-09, -1, 2025-09-30
            2025-10-03, -1, 2025-09-30
            2026-02-12, 10, 2026-03-04
            """)
    void aTermCountsFromTheDayAfter(LocalDate day, int workingDays, LocalDate ends) {
        assertThat(DAYS.plus(day, workingDays)).isEqualTo(ends);
    }

    @Test
    void thereAndBackAgain() {
        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .forEach(day -> IntStream.rangeClosed(1, 40).forEach(term -> {
                    LocalDate ends = DAYS.plus(day, term);
                    assertThat(DAYS.between(day, ends)).isEqualTo(term);
                    assertThat(DAYS.isWorkingDay(ends)).isTrue();
                    if (DAYS.isWorkingDay(day)) {
                        assertThat(DAYS.plus(ends, -term)).isEqualTo(day);
                    }
                }));
    }

    @Test
    void aYearWithoutNoticeIsMondayToFridayAndProvisional() {
        assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 1, 2))).isFalse();
        assertThat(DAYS.provisional(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(DAYS.provisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(DAYS.provisional(LocalDate.of(2023, 12, 18))).isTrue();
    }

    @Test
    void anUncheckedYearCountsButStaysProvisional(@TempDir Path home) throws IOException {
        plant(home, Files.readString(Path.of("regulations/calendar/2025.yaml")).replace("verified: P", "verified: M"));
        WorkingDays days = WorkingDays.load(home);
        assertThat(days.isWorkingDay(LocalDate.of(2025, 1, 26))).isTrue();
        assertThat(days.provisional(LocalDate.of(2025, 1, 26))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"year: 2025>year: 2026", "2025-01-26>2025-01-27", "to: \"2025-02-04\">to: \"2025-01-04\""})
    void aDamagedYearStopsTheStart(String change, @TempDir Path home) throws IOException {
        String[] parts = change.split(">");
        plant(home, Files.readString(Path.of("regulations/calendar/2025.yaml")).replace(parts[0], parts[1]));
        assertThatThrownBy(() -> WorkingDays.load(home)).hasMessageContaining("regulations/calendar/2025.yaml");
    }

    @Test
    void outsideTheCalendarNothingIsGuessed() {
        assertThatThrownBy(() -> DAYS.isWorkingDay(LocalDate.of(2100, 1, 1))).hasMessageContaining("outside");
        assertThatThrownBy(() -> DAYS.plus(LocalDate.of(2099, 12, 30), 30)).hasMessageContaining("leave");
    }

    private static void plant(Path home, String text) throws IOException {
        Path file = home.resolve("regulations/calendar/2025.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
