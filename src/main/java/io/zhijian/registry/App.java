package io.zhijian.registry;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.AppFacts;
import io.zhijian.registry.entry.AppForm;
import io.zhijian.registry.entry.Entry;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One app of the register with its declared entry.
 *
 * @param level the host unit's, or as published
 * @param where whose row it is; a published app is nobody's here
 * @param place for a published app: the place as published
 * @param reliability for a published app: how far its source is to be trusted
 * @param stage unknown for a published app
 */
public record App(
        UUID id,
        Provenance provenance,
        String name,
        @Nullable AppForm form,
        @Nullable UnitLevel level,
        @Nullable Jurisdiction where,
        String hostName,
        String place,
        String reliability,
        @Nullable Stage stage,
        int version,
        Instant updatedAt,
        Entry entry) {

    /** The kind of subject that apps are. */
    public static final String KIND = "app";

    public SubjectRef ref() {
        return new SubjectRef(KIND, id);
    }

    /** What rules may ask of it; of a published app nothing is known but its form and level. */
    public AppFacts facts() {
        return published()
                ? AppFacts.of(entry, null, level)
                : AppFacts.of(entry, ownStage().code(), level);
    }

    public boolean published() {
        return provenance == Provenance.PUBLISHED;
    }

    /** Of the host's own entries only. */
    public Jurisdiction jurisdiction() {
        return Objects.requireNonNull(where, "a published app is held by no unit");
    }

    public Stage ownStage() {
        return Objects.requireNonNull(stage, "a published app has no stage");
    }
}
