package io.zhijian.registry.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a longer list.
 *
 * @param next the cursor of the part that follows; absent at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {}
