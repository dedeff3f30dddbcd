/** Likeness of apps: which do like work, on what functions and words, and whether that is likely an overlap. */
@NamedInterface("likeness")
@NullMarked
package io.zhijian.semantics.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
