package io.zhijian.supervision;

import io.zhijian.base.Scope;
import io.zhijian.people.Areas;
import io.zhijian.registry.SubjectCounts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.FindingCounts;
import io.zhijian.rules.FindingCounts.Period;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts everything of one overview in one snapshot of the database, within the reach of the acting person. */
@Component
class Counting {

    private static final int LONGEST_SECONDS = 30;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final SubjectCounts subjects;
    private final FindingCounts findings;
    private final Areas areas;
    private final Clock clock;

    Counting(SubjectCounts subjects, FindingCounts findings, Areas areas, Clock clock) {
        this.subjects = subjects;
        this.findings = findings;
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, timeout = LONGEST_SECONDS)
    Numbers count(Reach reach) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, OFFICE);
        LocalDate firstWeek =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(Numbers.PERIODS - 1);
        return new Numbers(
                now,
                today,
                subjects.standing(reach.within()),
                subjects.flows(reach.within(), Aim.SINCE),
                findings.standing(reach.within()),
                findings.waiting(reach.within()),
                findings.flows(reach.within(), Aim.SINCE, Period.MONTH),
                findings.flows(reach.within(), firstWeek, Period.WEEK),
                places(reach));
    }

    /** Every place that there is, whether or not it holds anything, in the order of the codes. */
    private List<Numbers.Place> places(Reach reach) {
        Scope.Place root = reach.root();
        if (root.alone() || root.axis() == Scope.Axis.LINE) {
            return List.of();
        }
        List<SubjectCounts.Held> held = subjects.under(root);
        Map<String, Long> waiting = findings.waitingUnder(root);
        List<Numbers.Place> places = new ArrayList<>();
        for (Areas.Area area : areas.under(root)) {
            places.add(place(area, area.place().head(), held, waiting));
        }
        Numbers.Place elsewhere = place(null, "", held, waiting);
        boolean some = elsewhere.waiting() > 0 || !elsewhere.subjects().isEmpty();
        if (some && reach.within() == null) {
            places.add(elsewhere);
        }
        return places;
    }

    private static Numbers.Place place(
            Areas.@Nullable Area area, String key, List<SubjectCounts.Held> held, Map<String, Long> waiting) {
        Map<SubjectKind, Long> byKind = new EnumMap<>(SubjectKind.class);
        long toComplete = 0;
        for (SubjectCounts.Held row : held) {
            if (row.place().equals(key)) {
                byKind.merge(row.kind(), row.count(), Long::sum);
                toComplete += row.toComplete() ? row.count() : 0;
            }
        }
        return new Numbers.Place(area, byKind, toComplete, waiting.getOrDefault(key, 0L));
    }
}
