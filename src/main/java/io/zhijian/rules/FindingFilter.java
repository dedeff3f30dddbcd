package io.zhijian.rules;

import io.zhijian.rules.book.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a list of findings is narrowed to; null or blank means no matter.
 *
 * @param waiting only those on which somebody still has to act; wins over no state given
 * @param text part of the subject's name
 */
public record FindingFilter(
        Finding.@Nullable State state,
        boolean waiting,
        @Nullable String rule,
        @Nullable String regulation,
        @Nullable Integer article,
        Rule.@Nullable Severity severity,
        @Nullable String text) {

    /** All that waits. */
    public static final FindingFilter WAITING = new FindingFilter(null, true, null, null, null, null, null);
}
