package io.zhijian.registry.draft;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Typed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one person is typing it.
 *
 * @param subject the subject it will change, or the id the new one will have
 * @param baseVersion the version it started from; 0 for a new subject
 * @param updatedAt when it was last saved; null where nothing has been typed yet
 */
public record Draft(
        UUID subject,
        SubjectKind kind,
        int baseVersion,
        Typed typed,
        @Nullable Instant updatedAt) {

    public boolean fresh() {
        return baseVersion == 0;
    }

    public boolean saved() {
        return updatedAt != null;
    }

    public Shape shape() {
        return kind.shape();
    }

    /** Where it is filled in, the step left out. */
    public String base() {
        return "/" + kind.path() + "/" + subject + "/edit/";
    }

    public String name() {
        return typed.get(Field.NAME);
    }
}
