/** How many public accounts a unit may have: set by who oversees it, from a day on, with basis and reason. */
@NamedInterface("quota")
@NullMarked
package io.zhijian.registry.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
