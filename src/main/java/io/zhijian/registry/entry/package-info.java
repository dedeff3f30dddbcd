/** What a host declares of its app, field by field: limits, checks, differences; pure, knows no database and no page. */
@NamedInterface("entry")
@NullMarked
package io.zhijian.registry.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
