/** What is declared of work groups, and how they live. */
@NamedInterface("group")
@NullMarked
package io.zhijian.registry.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
