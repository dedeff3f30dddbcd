package io.zhijian.rules;

import io.zhijian.base.Scope;
import io.zhijian.rules.book.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a list of findings is narrowed to; null or blank means no matter.
 *
 * @param waiting only those on which somebody still has to act; wins over no state given
 * @param text part of the subject's name
 * @param kind of subject
 * @param within where the subject is held
 */
public record FindingFilter(
        Finding.@Nullable State state,
        boolean waiting,
        @Nullable String rule,
        @Nullable String regulation,
        @Nullable Integer article,
        Rule.@Nullable Severity severity,
        @Nullable String text,
        @Nullable String kind,
        Scope.@Nullable Place within,
        @Nullable FindingSpan span) {

    /** All that waits. */
    public static final FindingFilter WAITING = new FindingFilter(null, true, null, null, null, null, null);

    /** Wherever, whenever and of whatever kind. */
    public FindingFilter(
            Finding.@Nullable State state,
            boolean waiting,
            @Nullable String rule,
            @Nullable String regulation,
            @Nullable Integer article,
            Rule.@Nullable Severity severity,
            @Nullable String text) {
        this(state, waiting, rule, regulation, article, severity, text, null, null, null);
    }

    /** The same, narrowed further. */
    public FindingFilter with(@Nullable String kind, Scope.@Nullable Place within, @Nullable FindingSpan span) {
        return new FindingFilter(state, waiting, rule, regulation, article, severity, text, kind, within, span);
    }
}
