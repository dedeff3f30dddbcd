package io.zhijian.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose row it is: the owner unit, its path in the tree, its 12-digit region code and its system line (条线), if any. */
public record Jurisdiction(
        UUID unit, String path, String region, @Nullable String line) {}
