package io.zhijian.registry;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.entry.Standing;
import io.zhijian.registry.life.Stage;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subject of the register, an app, a public account or a work group, with its declared entry.
 *
 * @param form an app's form; the platform of an account or a group
 * @param level the host unit's, or as published
 * @param where whose row it is; a published app is nobody's here
 * @param place for a published app: the place as published
 * @param reliability for a published app: how far its source is to be trusted
 * @param stage unknown for a published app
 */
public record Subject(
        UUID id,
        SubjectKind kind,
        Provenance provenance,
        String name,
        @Nullable Form form,
        @Nullable UnitLevel level,
        @Nullable Jurisdiction where,
        String hostName,
        String place,
        String reliability,
        @Nullable Stage stage,
        int version,
        Instant updatedAt,
        Entry entry) {

    public SubjectRef ref() {
        return new SubjectRef(kind.code(), id);
    }

    /** Its own page. */
    public String href() {
        return "/" + kind.path() + "/" + id;
    }

    /** What the entry itself says; of a published app nothing is known but its form and level. */
    public Facts facts() {
        return entry.facts(Standing.of(published() ? null : ownStage().code(), level));
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

    /** Key of the words for its stage. */
    public String stageKey() {
        return kind.textKey(ownStage());
    }
}
