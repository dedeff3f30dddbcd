package io.zhijian.base;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slot: each module says here what waits for an actor, and the work page shows it. */
public interface WorkItems {

    List<Item> waitingFor(Actor actor);

    /**
     * One thing, or one pile of like things, that waits.
     *
     * @param count how many lie in the pile, at least 1
     * @param due the last day, if there is one
     * @param ifNothing what happens when nobody acts
     */
    record Item(
            String title, String href, long count, @Nullable LocalDate due, String ifNothing) {}
}
