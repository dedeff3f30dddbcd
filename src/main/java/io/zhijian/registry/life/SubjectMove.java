package io.zhijian.registry.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in a subject's life as it happened; the first one comes from nowhere.
 *
 * @param move name of the move in its kind's table; null: set to its true stage by a supervisor
 */
public record SubjectMove(
        @Nullable String move, @Nullable Stage from, Stage to, Instant at, String actorName, String reason) {}
