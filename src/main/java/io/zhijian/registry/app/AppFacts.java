package io.zhijian.registry.app;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask of an app; null is unknown. Texts are codes ({@code form}: app, mini_program, quick_app;
 * {@code stage}: planned to closed; {@code level}: the host unit's, as city) or numbers as declared.
 */
public record AppFacts(
        @Nullable String form,
        @Nullable String stage,
        @Nullable String level,
        @Nullable Boolean hostBelowCounty,
        @Nullable Boolean userUnitNamed,
        @Nullable Boolean ideologyOfficer,
        @Nullable Boolean securityOfficer,
        @Nullable Boolean usageNorm,
        @Nullable Boolean normTargetUsers,
        @Nullable Boolean normScenes,
        @Nullable Boolean normRequirements,
        @Nullable Boolean checkIn,
        @Nullable Boolean checkInBasis,
        @Nullable Boolean checkInVisible,
        @Nullable Boolean ranking,
        @Nullable Boolean rankingBasis,
        @Nullable Boolean rankingVisible,
        @Nullable Boolean onlineTime,
        @Nullable Boolean onlineTimeBasis,
        @Nullable Boolean onlineTimeVisible,
        @Nullable Boolean icpFiled,
        @Nullable String icpNumber,
        @Nullable Boolean govFiled,
        @Nullable String govNumber,
        @Nullable Boolean complaintEntry,
        @Nullable Boolean complaintZone,
        @Nullable Boolean hostShown,
        @Nullable Boolean oneStop,
        @Nullable Boolean govCloud,
        @Nullable Boolean unifiedIdentity,
        @Nullable Boolean icpNumberShown,
        @Nullable Boolean govNumberShown,
        @Nullable Boolean securityRules,
        @Nullable Boolean facesGrassroots,
        @Nullable Boolean formFilling,
        @Nullable Boolean storeListed,
        @Nullable Boolean exportedForAppraisal,
        @Nullable Boolean resemblesClosed,
        @Nullable Long otherGrassrootsApps)
        implements Facts {

    /** What the entry and its standing say; whatever they leave open stays unknown. */
    static AppFacts of(AppEntry entry, Standing standing) {
        AppEntry.NormVersion norm = entry.norm().current().orElse(null);
        return new AppFacts(
                entry.form() == null ? null : entry.form().code(),
                standing.stage(),
                standing.levelCode(),
                standing.belowCounty(),
                entry.usersKnown().known(),
                entry.ideology().known().known(),
                entry.security().known().known(),
                entry.norm().known().known(),
                norm == null ? null : stated(norm.targetUsers(), norm.withoutTargetUsers()),
                norm == null ? null : stated(norm.scenes(), norm.withoutScenes()),
                norm == null ? null : stated(norm.requirements(), norm.withoutRequirements()),
                entry.checkIn().present().known(),
                entry.checkIn().based().known(),
                entry.checkIn().seen().known(),
                entry.ranking().present().known(),
                entry.ranking().based().known(),
                entry.ranking().seen().known(),
                entry.onlineTime().present().known(),
                entry.onlineTime().based().known(),
                entry.onlineTime().seen().known(),
                entry.icp().known().known(),
                entry.icp().number().isEmpty() ? null : entry.icp().number(),
                entry.gov().known().known(),
                entry.gov().number().isEmpty() ? null : entry.gov().number(),
                entry.complaintEntry().known().known(),
                entry.complaintZone().known().known(),
                entry.hostShown().known(),
                entry.oneStop().known().known(),
                entry.govCloud().known().known(),
                entry.unifiedIdentity().known().known(),
                shown(entry.icp()),
                shown(entry.gov()),
                entry.securityRules().known().known(),
                entry.grassroots().known(),
                entry.formFilling().known(),
                entry.stores().isEmpty() ? null : Boolean.TRUE,
                exported(entry, standing),
                standing.neighbours().resemblesClosed(),
                standing.neighbours().othersForGrassroots());
    }

    /** Where neither points nor times are kept there is nothing to let out. */
    private static @Nullable Boolean exported(AppEntry entry, Standing standing) {
        Boolean known = standing.neighbours().exportedForAppraisal();
        boolean nothing =
                entry.ranking().present() == Answer.NO && entry.onlineTime().present() == Answer.NO;
        return known == null && nothing ? Boolean.FALSE : known;
    }

    /** Of no interest while there is no number to show. */
    private static @Nullable Boolean shown(AppEntry.FilingNumber filing) {
        return filing.known() == Answer.YES ? filing.shown().known() : null;
    }

    private static @Nullable Boolean stated(String text, boolean absent) {
        return absent ? Boolean.FALSE : text.isEmpty() ? null : Boolean.TRUE;
    }

    @Override
    public boolean arises(String fact) {
        return switch (fact) {
            case "stage", "level", "hostBelowCounty" -> false;
            case "storeListed", "exportedForAppraisal", "resemblesClosed", "otherGrassrootsApps" -> false;
            case "checkInBasis", "checkInVisible" -> Boolean.TRUE.equals(checkIn);
            case "rankingBasis", "rankingVisible" -> Boolean.TRUE.equals(ranking);
            case "onlineTimeBasis", "onlineTimeVisible" -> Boolean.TRUE.equals(onlineTime);
            case "normTargetUsers", "normScenes", "normRequirements" -> Boolean.TRUE.equals(usageNorm);
            case "icpNumber", "icpNumberShown" -> Boolean.TRUE.equals(icpFiled);
            case "govNumber", "govNumberShown" -> Boolean.TRUE.equals(govFiled);
            default -> true;
        };
    }
}
