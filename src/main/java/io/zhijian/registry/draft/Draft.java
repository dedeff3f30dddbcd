package io.zhijian.registry.draft;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one person is typing it.
 *
 * @param app the app it will change, or the id the new app will have
 * @param baseVersion the version it started from; 0 for a new app
 * @param updatedAt when it was last saved; null where nothing has been typed yet
 */
public record Draft(
        UUID app, int baseVersion, Typed typed, @Nullable Instant updatedAt) {

    public boolean fresh() {
        return baseVersion == 0;
    }

    public boolean saved() {
        return updatedAt != null;
    }

    public String name() {
        return typed.get(Field.NAME.key());
    }
}
