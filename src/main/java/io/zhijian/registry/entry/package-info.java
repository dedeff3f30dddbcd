/** How entries are filled in, field by field, whatever their kind: limits, checks, differences; pure, knows no database. */
@NamedInterface("entry")
@NullMarked
package io.zhijian.registry.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
