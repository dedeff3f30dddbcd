/** Files given out: the sheet with its wrong cells marked, and the empty template. */
@NullMarked
package io.zhijian.registry.exchange.marked;

import org.jspecify.annotations.NullMarked;
