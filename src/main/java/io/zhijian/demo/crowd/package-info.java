/** Fills the demo with as much made-up load as somebody wants to measure with. */
@NamedInterface("crowd")
@NullMarked
package io.zhijian.demo.crowd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
