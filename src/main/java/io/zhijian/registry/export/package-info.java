/** Lists as tables for spreadsheets, and what must be told before figures that could rank people leave. */
@NamedInterface("export")
@NullMarked
package io.zhijian.registry.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
