package io.zhijian.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /** Those of these that may be judged, in any order. */
    List<Judged> find(Collection<UUID> ids);

    /**
     * Goes through all ids within reach in an order that stays the same, a batch at a time, each batch read in a
     * transaction of its own.
     *
     * @param after the mark behind which to go on; null: from the beginning
     */
    void ids(@Nullable String after, EachBatch each);

    /** Whatever is written from now on is told by {@link #changed} since this moment. */
    long moment();

    /** Goes through the ids of those whose facts may be others than at that moment, in batches; never too few. */
    void changed(long since, Consumer<List<UUID>> each);

    /** Takes a batch of ids, and the mark behind it. */
    @FunctionalInterface
    interface EachBatch {
        void take(List<UUID> ids, String mark);
    }

    default Optional<Judged> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    default void forEach(Consumer<Judged> each) {
        ids(null, (ids, mark) -> find(ids).forEach(each));
    }
}
