package io.zhijian.registry.quota;

import io.zhijian.registry.account.AccountPlatform;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quota as somebody sets it.
 *
 * @param platform null: all accounts together
 * @param most null: no limit
 */
public record QuotaOrder(
        @Nullable AccountPlatform platform, @Nullable Integer most, LocalDate from, String basis, String reason) {

    /** Longest basis or reason, in characters. */
    public static final int TEXT = 300;

    /** Most a quota may be. */
    public static final int HIGHEST = 999;
}
