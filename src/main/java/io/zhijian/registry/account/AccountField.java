package io.zhijian.registry.account;

import static io.zhijian.registry.account.AccountStep.*;
import static io.zhijian.registry.entry.Kind.*;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Options;
import org.jspecify.annotations.Nullable;

/** Every field of an account's entry in the order it is asked. */
public enum AccountField implements Field {
    NAME("name", IDENTITY, LINE, 60),
    PLATFORM("platform", IDENTITY, CHOICE, AccountPlatform.OPTIONS),
    ACCOUNT_ID("accountId", IDENTITY, LINE, 60),
    LINK("link", IDENTITY, Kind.LINK, 300),
    PURPOSE("purpose", IDENTITY, TEXT, 300),

    HOST("host", UNITS, UNIT, 36),
    IDEOLOGY("ideology.assigned", UNITS, ANSWER, 10),
    IDEOLOGY_NAME("ideology.name", UNITS, LINE, 30),
    SECURITY("security.assigned", UNITS, ANSWER, 10),
    SECURITY_NAME("security.name", UNITS, LINE, 30),
    SECURITY_RULES("securityRules.present", UNITS, ANSWER, 10),
    SECURITY_RULES_WHERE("securityRules.where", UNITS, LINE, 100),

    LAST_POST("lastPost", RUNNING, DATE, 10),
    FOLLOWERS("followers", RUNNING, NUMBER, 9),
    VERIFIED("verified", RUNNING, ANSWER, 10),
    HOST_IN_VERIFICATION("hostInVerification", RUNNING, ANSWER, 10),
    NAME_MATCHES_HOST("nameMatchesHost", RUNNING, ANSWER, 10),
    INTERACTION("interaction", RUNNING, ANSWER, 10),
    REVIEW_BEFORE_POST("reviewBeforePost", RUNNING, ANSWER, 10),
    MEDIA_FILED("mediaFiled", RUNNING, ANSWER, 10),

    LIKES_IN_APPRAISAL("likesInAppraisal", CONDUCT, ANSWER, 10),
    PROMOTION_COMPULSORY("promotionCompulsory", CONDUCT, ANSWER, 10),
    FOLLOWERS_BOUGHT("followersBought", CONDUCT, ANSWER, 10);

    private final String path;
    private final AccountStep step;
    private final Kind kind;
    private final int max;
    private final @Nullable Options options;

    AccountField(String path, AccountStep step, Kind kind, int max) {
        this(path, step, kind, max, null);
    }

    AccountField(String path, AccountStep step, Kind kind, Options options) {
        this(path, step, kind, 40, options);
    }

    AccountField(String path, AccountStep step, Kind kind, int max, @Nullable Options options) {
        this.path = path;
        this.step = step;
        this.kind = kind;
        this.max = max;
        this.options = options;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public AccountStep step() {
        return step;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int max() {
        return max;
    }

    @Override
    public @Nullable Options options() {
        return options;
    }

    @Override
    public boolean couldRank() {
        return this == FOLLOWERS;
    }

    @Override
    public String texts() {
        return "account";
    }
}
