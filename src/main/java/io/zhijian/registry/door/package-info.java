/** The public door: what host and office released, kept in memory apart from everything else, and how it is found. */
@NamedInterface("door")
@NullMarked
package io.zhijian.registry.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
