package io.zhijian.registry;

import io.zhijian.registry.entry.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running account that could go on in another's place, as far as it is public anyway. */
public record Successor(UUID id, String name, @Nullable Form form, String hostName, UUID host) {}
