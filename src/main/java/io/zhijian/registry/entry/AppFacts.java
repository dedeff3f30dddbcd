package io.zhijian.registry.entry;

import io.zhijian.people.UnitLevel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        @Nullable Boolean unifiedIdentity) {

    /** What an entry, the stage and the host's level say; whatever they leave open stays unknown. */
    public static AppFacts of(Entry entry, @Nullable String stage, @Nullable UnitLevel level) {
        Entry.NormVersion norm = entry.norm().current().orElse(null);
        return new AppFacts(
                entry.form() == null ? null : entry.form().code(),
                stage,
                level == null ? null : level.name().toLowerCase(Locale.ROOT),
                level == null ? null : level.belowCounty(),
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
                entry.unifiedIdentity().known().known());
    }

    private static @Nullable Boolean stated(String text, boolean absent) {
        return absent ? Boolean.FALSE : text.isEmpty() ? null : Boolean.TRUE;
    }

    /** Facts that are still to be declared; what does not arise (a basis for a function that is not there) is left out. */
    public List<String> toComplete() {
        List<String> unknown = new ArrayList<>();
        for (RecordComponent component : AppFacts.class.getRecordComponents()) {
            if (valueOf(component) == null && arises(component.getName())) {
                unknown.add(component.getName());
            }
        }
        return unknown;
    }

    /** How many facts a host is asked for, those that do not arise left out. */
    public int asked() {
        int asked = 0;
        for (RecordComponent component : AppFacts.class.getRecordComponents()) {
            asked += arises(component.getName()) ? 1 : 0;
        }
        return asked;
    }

    private boolean arises(String fact) {
        return switch (fact) {
            case "stage", "level", "hostBelowCounty" -> false;
            case "checkInBasis", "checkInVisible" -> Boolean.TRUE.equals(checkIn);
            case "rankingBasis", "rankingVisible" -> Boolean.TRUE.equals(ranking);
            case "onlineTimeBasis", "onlineTimeVisible" -> Boolean.TRUE.equals(onlineTime);
            case "normTargetUsers", "normScenes", "normRequirements" -> Boolean.TRUE.equals(usageNorm);
            case "icpNumber" -> Boolean.TRUE.equals(icpFiled);
            case "govNumber" -> Boolean.TRUE.equals(govFiled);
            default -> true;
        };
    }

    private @Nullable Object valueOf(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
