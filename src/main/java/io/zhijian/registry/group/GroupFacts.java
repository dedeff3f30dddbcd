package io.zhijian.registry.group;

import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.Standing;
import io.zhijian.rules.book.Elapsed;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask of a work group; null is unknown. Texts are codes ({@code platform}: wechat to other; {@code stage}:
 * online, ending, dissolved). {@code daysPastEnd} is negative before the last day.
 */
public record GroupFacts(
        @Nullable String platform,
        @Nullable String stage,
        @Nullable String level,
        @Nullable Boolean hostBelowCounty,
        @Nullable Boolean purposeStated,
        @Nullable Boolean temporary,
        @Nullable Boolean endStated,
        @Elapsed @Nullable Long daysPastEnd,
        @Nullable Boolean ownerNamed,
        @Nullable Long size,
        @Nullable Boolean ideologyNamed,
        @Nullable Boolean securityNamed,
        @Nullable Boolean securityRules,
        @Nullable Boolean chainSignIn,
        @Nullable Boolean instantReply,
        @Nullable Boolean casualTasks,
        @Nullable Boolean casualMaterials,
        @Nullable Boolean nightMessages,
        @Nullable Boolean resemblesClosed,
        @Nullable Long samePurpose)
        implements Facts {

    /** What the entry and its standing say; whatever they leave open stays unknown. */
    static GroupFacts of(GroupEntry entry, Standing standing) {
        return new GroupFacts(
                entry.platform() == null ? null : entry.platform().code(),
                standing.stage(),
                standing.levelCode(),
                standing.belowCounty(),
                given(entry.purpose()),
                temporary(entry),
                endStated(entry),
                standing.daysSince(entry.endsOn()),
                given(entry.owner()),
                entry.size(),
                given(entry.ideology()),
                given(entry.security()),
                entry.securityRules().known(),
                entry.chainSignIn().known(),
                entry.instantReply().known(),
                entry.casualTasks().known(),
                entry.casualMaterials().known(),
                entry.nightMessages().known(),
                standing.neighbours().resemblesClosed(),
                standing.neighbours().samePurpose());
    }

    private static @Nullable Boolean given(String text) {
        return text.isEmpty() ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean temporary(GroupEntry entry) {
        if (entry.endsOn() != null) {
            return true;
        }
        return entry.term() == null ? null : Boolean.valueOf(entry.term() != GroupTerm.LASTING);
    }

    private static @Nullable Boolean endStated(GroupEntry entry) {
        if (entry.endsOn() != null) {
            return true;
        }
        return entry.term() == GroupTerm.OPEN ? Boolean.FALSE : null;
    }

    /** Purpose and end are enough; a group is asked for nothing else. */
    @Override
    public boolean arises(String fact) {
        return switch (fact) {
            case "purposeStated", "temporary" -> true;
            case "endStated" -> Boolean.TRUE.equals(temporary);
            default -> false;
        };
    }
}
