package io.zhijian.registry.entry;

import io.zhijian.people.UnitLevel;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What facts rest on besides the entry itself: where the subject stands, whose it is, which day it is, and what the
 * register knows of its neighbours.
 *
 * @param stage code of the stage; null for what is only published
 * @param level the host's
 * @param today null where facts that move with time are of no interest
 */
public record Standing(
        @Nullable String stage,
        @Nullable UnitLevel level,
        @Nullable LocalDate today,
        Neighbours neighbours) {

    /** Without a look at the calendar or the neighbours. */
    public static Standing of(@Nullable String stage, @Nullable UnitLevel level) {
        return new Standing(stage, level, null, Neighbours.UNKNOWN);
    }

    /**
     * What the register knows around a subject; null is not looked up.
     *
     * @param sameForm others of the host on the same platform that are in use
     * @param inUse all of the host's of this kind that are in use, this one included
     * @param quota how many the host may have in all, where somebody has set it
     * @param platformQuota how many it may have on this platform, where somebody has set it
     * @param resemblesClosed whether its name is like that of one that was closed before it came
     * @param exportedForAppraisal whether its points, ranks or online times were let out for an appraisal
     * @param othersForGrassroots other apps of the host that face the grassroots
     * @param samePurpose other groups of the host in use with the same purpose
     * @param openingChecked whether what speaks against opening was looked at beforehand
     * @param closingNotice for one that closes or has closed: whether a notice was published
     */
    public record Neighbours(
            @Nullable Long sameForm,
            @Nullable Long inUse,
            @Nullable Long quota,
            @Nullable Long platformQuota,
            @Nullable Boolean resemblesClosed,
            @Nullable Boolean exportedForAppraisal,
            @Nullable Long othersForGrassroots,
            @Nullable Long samePurpose,
            @Nullable Boolean openingChecked,
            @Nullable Boolean closingNotice) {

        public static final Neighbours UNKNOWN =
                new Neighbours(null, null, null, null, null, null, null, null, null, null);
    }

    /** As rules know it, such as "city". */
    public @Nullable String levelCode() {
        return level == null ? null : level.name().toLowerCase(Locale.ROOT);
    }

    public @Nullable Boolean belowCounty() {
        return level == null ? null : level.belowCounty();
    }

    /** Days from that day to today; negative for a day to come. */
    public @Nullable Long daysSince(@Nullable LocalDate day) {
        return day == null || today == null ? null : java.time.temporal.ChronoUnit.DAYS.between(day, today);
    }
}
