package io.zhijian.registry;

import io.zhijian.registry.entry.Entry;
import java.time.Instant;

/** One version of an app's entry: who handed it in, when, and why. */
public record AppVersion(int number, Entry entry, Instant at, String actorName, String reason) {}
