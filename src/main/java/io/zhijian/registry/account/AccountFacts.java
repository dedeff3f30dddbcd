package io.zhijian.registry.account;

import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.Standing;
import io.zhijian.rules.book.Elapsed;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask of a public account; null is unknown. Texts are codes ({@code platform}: wechat_official to other;
 * {@code stage}: planned, online, suspended, closing, merged, closed).
 */
public record AccountFacts(
        @Nullable String platform,
        @Nullable String stage,
        @Nullable String level,
        @Nullable Boolean hostBelowCounty,
        @Nullable Boolean verified,
        @Nullable Boolean hostInVerification,
        @Nullable Boolean nameMatchesHost,
        @Nullable Boolean purposeStated,
        @Nullable Boolean ideologyNamed,
        @Nullable Boolean securityNamed,
        @Nullable Boolean securityRules,
        @Elapsed @Nullable Long daysSilent,
        @Nullable Boolean interaction,
        @Nullable Boolean reviewBeforePost,
        @Nullable Boolean mediaFiled,
        @Nullable Boolean openingChecked,
        @Nullable Boolean closingNotice,
        @Nullable Long sameHostSamePlatform,
        @Nullable Long hostAccounts,
        @Nullable Long quota,
        @Nullable Long platformQuota,
        @Nullable Boolean resemblesClosed,
        @Nullable Boolean likesInAppraisal,
        @Nullable Boolean promotionCompulsory,
        @Nullable Boolean followersBought)
        implements Facts {

    /** What the entry and its standing say; whatever they leave open stays unknown. */
    static AccountFacts of(AccountEntry entry, Standing standing) {
        Standing.Neighbours neighbours = standing.neighbours();
        return new AccountFacts(
                entry.platform() == null ? null : entry.platform().code(),
                standing.stage(),
                standing.levelCode(),
                standing.belowCounty(),
                entry.verified().known(),
                entry.hostInVerification().known(),
                entry.nameMatchesHost().known(),
                entry.purpose().isEmpty() ? null : Boolean.TRUE,
                entry.ideology().known().known(),
                entry.security().known().known(),
                entry.securityRules().known().known(),
                standing.daysSince(entry.lastPost()),
                entry.interaction().known(),
                entry.reviewBeforePost().known(),
                entry.mediaFiled().known(),
                neighbours.openingChecked(),
                neighbours.closingNotice(),
                neighbours.sameForm(),
                neighbours.inUse(),
                neighbours.quota(),
                neighbours.platformQuota(),
                neighbours.resemblesClosed(),
                entry.likesInAppraisal().known(),
                entry.promotionCompulsory().known(),
                entry.followersBought().known());
    }

    @Override
    public boolean arises(String fact) {
        return switch (fact) {
            case "stage", "level", "hostBelowCounty", "openingChecked", "closingNotice" -> false;
            case "sameHostSamePlatform", "hostAccounts", "quota", "platformQuota", "resemblesClosed" -> false;
            // with a plan nothing has been posted yet
            case "daysSilent" -> !"planned".equals(stage);
            default -> true;
        };
    }
}
