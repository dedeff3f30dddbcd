package io.zhijian.registry.entry;

import java.util.List;
import java.util.Optional;

/** One step of filling an entry; the review comes after the last one. */
public interface Step {

    /** As it stands in the address. */
    String path();

    int ordinal();

    String textKey();

    List<Field> fields();

    /** All steps of the same form, in order. */
    List<Step> all();

    /** Whether the review may come before it: what it asks may be told, and nobody waits for it. */
    default boolean mayBeSkipped() {
        return false;
    }

    default Optional<Step> next() {
        return ordinal() + 1 < all().size() ? Optional.of(all().get(ordinal() + 1)) : Optional.empty();
    }

    default Optional<Step> previous() {
        return ordinal() > 0 ? Optional.of(all().get(ordinal() - 1)) : Optional.empty();
    }
}
