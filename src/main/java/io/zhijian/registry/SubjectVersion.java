package io.zhijian.registry;

import io.zhijian.registry.entry.Entry;
import java.time.Instant;

/** One version of a subject's entry: who handed it in, when, and why. */
public record SubjectVersion(int number, Entry entry, Instant at, String actorName, String reason) {}
