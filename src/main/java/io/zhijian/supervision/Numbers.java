package io.zhijian.supervision;

import io.zhijian.people.Areas;
import io.zhijian.registry.SubjectCounts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.FindingCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of one overview, counted in one moment; no name but that of a unit or region, and none of a person.
 *
 * @param today the day in Asia/Shanghai
 * @param registered by month, from the first month of {@link Aim#SINCE}
 * @param months likewise
 * @param weeks the last twelve
 */
public record Numbers(
        Instant at,
        LocalDate today,
        List<SubjectCounts.Standing> subjects,
        List<SubjectCounts.Flow> registered,
        List<FindingCounts.Standing> findings,
        List<FindingCounts.Waiting> waiting,
        List<FindingCounts.Flow> months,
        List<FindingCounts.Flow> weeks,
        List<Place> places) {

    /** How many months and how many weeks pictures show. */
    public static final int PERIODS = 12;

    /**
     * What one place holds.
     *
     * @param area none for what is held outside but used by the reader's units
     * @param subjects by kind
     */
    public record Place(Areas.@Nullable Area area, Map<SubjectKind, Long> subjects, long toComplete, long waiting) {}

    /** How many findings wait. */
    public long allWaiting() {
        return waiting.stream().mapToLong(FindingCounts.Waiting::count).sum();
    }
}
