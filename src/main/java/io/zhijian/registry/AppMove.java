package io.zhijian.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in an app's life as it happened; the first one comes from nowhere. */
public record AppMove(@Nullable Stage from, Stage to, Instant at, String actorName, String reason) {}
