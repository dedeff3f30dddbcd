package io.zhijian.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.people.UnitLevel;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Standing;
import io.zhijian.registry.group.GroupFacts;
import io.zhijian.rules.book.DayBook;
import io.zhijian.rules.book.Rulebook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** On which day the shipped rules could say something else by days that go by alone. */
class DaysThatTurnTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final DayBook book = Rulebook.load(
                    Path.of("."),
                    Map.of(
                            "app",
                            io.zhijian.registry.app.AppFacts.class,
                            "account",
                            AccountFacts.class,
                            "group",
                            GroupFacts.class))
            .on(TODAY);

    @Test
    void anAccountIsDueWhereARuleCountsItsSilence() {
        assertThat(silent(3)).hasValue(11);
        assertThat(silent(14)).hasValue(1);
        // switched on are the rules of 14 to 90 and of more than 90 days
        assertThat(silent(15)).hasValue(75);
        assertThat(silent(60)).hasValue(30);
        assertThat(silent(61)).hasValue(29);
        assertThat(silent(90)).hasValue(1);
        assertThat(silent(91)).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNeverDue() {
        assertThat(days(SubjectKind.ACCOUNT, "{\"name\": \"示例\"}")).isEmpty();
    }

    @Test
    void aGroupIsDueBehindItsLastDay() {
        assertThat(days(SubjectKind.GROUP, "{\"name\": \"示例\", \"endsOn\": \"2026-12-24\"}"))
                .matches(days -> days.getAsLong() >= 30);
    }

    private OptionalLong silent(int days) {
        return days(SubjectKind.ACCOUNT, "{\"name\": \"示例\", \"lastPost\": \"" + TODAY.minusDays(days) + "\"}");
    }

    private OptionalLong days(SubjectKind kind, String document) {
        Standing standing = new Standing("online", UnitLevel.COUNTY, TODAY, Standing.Neighbours.UNKNOWN);
        return book.daysUntilChange(
                kind.code(), (Record) kind.shape().entry(document).facts(standing));
    }
}
