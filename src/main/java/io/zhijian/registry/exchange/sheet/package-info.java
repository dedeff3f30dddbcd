/** Spreadsheets as they come in and go out: told by their bytes, guarded before they are read, never evaluated. */
@NullMarked
package io.zhijian.registry.exchange.sheet;

import org.jspecify.annotations.NullMarked;
