package io.zhijian.rules;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Slot: the module that keeps a kind of subject offers the typed facts that rules may speak of.
 *
 * <p>It yields only what may be judged: never a real unit's published entry. Reads run under the caller's reach.
 */
public interface FactSource {

    /** The kind of subject, as in {@link io.zhijian.base.SubjectRef#kind()} and in {@code about:} of a rule. */
    String kind();

    /** A public record of {@code @Nullable} Boolean, String and Long components; null means unknown. */
    Class<? extends Record> type();

    Optional<Judged> find(UUID id);

    /** Streams every subject within reach, in a transaction of its own. */
    void forEach(Consumer<Judged> each);
}
