/** The rulebook: regulations and rules as files, read strictly, compiled, type-checked and judged in three values; no Spring, no SQL. */
@NamedInterface("book")
@NullMarked
package io.zhijian.rules.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
