package io.zhijian.rules;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.TestDatabase;
import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.rules.FindingCounts.Flow;
import io.zhijian.rules.FindingCounts.Period;
import io.zhijian.rules.FindingCounts.Standing;
import io.zhijian.rules.FindingCounts.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every count is the length of the list with the same filter, and nobody's count tells of what they may not read. */
@ZhijianTest
@ContextConfiguration(initializers = {TestDatabase.class, SampleRulebook.class})
@Import({SampleSource.class, SampleLinks.class})
class FindingCountsTests {

    private static final Actor PROVINCE = staff(Role.SUPERVISOR, "/7007/");
    private static final Actor EAST = staff(Role.CLERK, "/7007/1/");
    private static final Actor WEST = staff(Role.CLERK, "/7007/2/");

    @Autowired
    FindingCounts counts;

    @Autowired
    Findings findings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void twoInTheEastOneOfThemDismissedAndOneInTheWest() {
        today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        if (as(PROVINCE, () -> counts.standing(null)).isEmpty()) {
            UUID noNorm = found(EAST, "/7007/1/3/", "990101000000", "usageNorm");
            found(EAST, "/7007/1/", "990101000000", "hostShown");
            found(WEST, "/7007/2/", "990102000000", "hostShown");
            as(PROVINCE, () -> transaction(() -> findings.dismiss(noNorm, "误报")));
        }
    }

    @Test
    void everyStandingCountIsTheLengthOfItsList() {
        List<Standing> standing = as(PROVINCE, () -> counts.standing(null));
        assertThat(standing.stream().mapToLong(Standing::count).sum()).isEqualTo(3);
        for (Standing row : standing) {
            FindingFilter filter = new FindingFilter(
                            row.state(), false, null, row.regulation(), row.article(), row.severity(), null)
                    .with(row.kind(), null, null);
            assertThat(total(PROVINCE, filter)).isEqualTo(row.count());
        }
    }

    @Test
    void countsOnlyWithinReachAndWithinThePlaceAskedFor() {
        assertThat(as(WEST, () -> counts.standing(null))).hasSize(1);
        Scope.Place east = place("unit:/7007/1/");
        assertThat(as(WEST, () -> counts.standing(east))).isEmpty();
        assertThat(as(Actor.NOBODY, () -> counts.waiting(null))).isEmpty();
        assertThat(as(PROVINCE, () -> counts.waiting(east)))
                .extracting(Waiting::opened, Waiting::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(today, 1L));
        assertThat(total(PROVINCE, FindingFilter.WAITING.with(null, east, null)))
                .isEqualTo(1);
        assertThat(total(PROVINCE, FindingFilter.WAITING.with(null, place("unit:/7007/1/3/="), null)))
                .isZero();
        assertThat(total(PROVINCE, FindingFilter.WAITING.with(null, place("region:990102"), null)))
                .isEqualTo(1);
    }

    @Test
    void splitsByChildUnitsAndByRegions() {
        assertThat(as(PROVINCE, () -> counts.waitingUnder(place("unit:/7007/"))))
                .isEqualTo(Map.of("/7007/1/", 1L, "/7007/2/", 1L));
        assertThat(as(PROVINCE, () -> counts.waitingUnder(place("region:9901"))))
                .isEqualTo(Map.of("990101", 1L, "990102", 1L));
        assertThat(as(PROVINCE, () -> counts.waitingUnder(place("unit:/8008/"))))
                .isEqualTo(Map.of("", 2L));
    }

    @Test
    void aMonthsFlowIsTheLengthOfItsLists() {
        LocalDate first = today.withDayOfMonth(1);
        LocalDate last = first.plusMonths(1).minusDays(1);
        assertThat(as(PROVINCE, () -> counts.flows(null, first, Period.MONTH))).containsExactly(new Flow(first, 3, 1));
        FindingFilter all = new FindingFilter(null, false, null, null, null, null, null);
        assertThat(total(PROVINCE, all.with(null, null, new FindingSpan(FindingSpan.What.ENTERED, first, last))))
                .isEqualTo(3);
        assertThat(total(PROVINCE, all.with(null, null, new FindingSpan(FindingSpan.What.LEFT, first, last))))
                .isEqualTo(1);
        assertThat(total(PROVINCE, all.with(null, null, new FindingSpan(FindingSpan.What.OPENED, today, today))))
                .isEqualTo(3);
        assertThat(total(
                        PROVINCE,
                        all.with(
                                null,
                                null,
                                new FindingSpan(FindingSpan.What.ENTERED, first.minusDays(9), first.minusDays(1)))))
                .isZero();
    }

    @Test
    void readsBackTheAddressesItWritesAndNothingElse() {
        FindingSpan span =
                new FindingSpan(FindingSpan.What.LEFT, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertThat(FindingSpan.of(span.code())).contains(span);
        assertThat(FindingSpan.of("left:2026-11-31..2026-12-01")).isEmpty();
        assertThat(FindingSpan.of("gone:2026-11-01..2026-12-01")).isEmpty();
        assertThat(Scope.Place.of("unit:/7007/%/")).isEmpty();
        assertThat(Scope.Place.of("region:9")).isEmpty();
        assertThat(place("unit:/7007/=").code()).isEqualTo("unit:/7007/=");
        assertThat(place("line:卫健").pattern()).isEqualTo("卫健");
    }

    private static Scope.Place place(String code) {
        return Scope.Place.of(code).orElseThrow();
    }

    private long total(Actor actor, FindingFilter filter) {
        return as(actor, () -> findings.search(filter, 1)).total();
    }

    private UUID found(Actor clerk, String path, String region, String fact) {
        Judged app = SampleSource.put(
                new Jurisdiction(Ids.next(), path, region, null), "示例点数", TestFacts.exemplaryBut(fact, false));
        return as(clerk, () -> {
            transaction(() -> findings.judge(app));
            return findings.of(app.subject()).getFirst().id();
        });
    }

    private boolean transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        return true;
    }

    private static Actor staff(Role role, String path) {
        Scope scope = new Scope(Scope.Axis.UNIT, path);
        return new Actor(Actor.Kind.STAFF, Ids.next(), "某人", null, List.of(new Grant(role, scope)));
    }
}
