package io.zhijian.registry;

import io.zhijian.registry.group.GroupEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the row of a subject carries besides its entry, worked out from it: for those who write many at once. */
public record RowDerived(
        int toComplete,
        String search,
        String core,
        @Nullable LocalDate endsOn) {

    public static RowDerived of(Subject subject) {
        return new RowDerived(
                subject.facts().toComplete().size(),
                SubjectRows.search(subject),
                NameCore.of(subject.name(), subject.hostName()),
                subject.entry() instanceof GroupEntry group ? group.endsOn() : null);
    }
}
