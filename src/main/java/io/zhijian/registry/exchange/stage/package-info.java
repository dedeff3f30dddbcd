/** The tables of an import: itself, its file, its rows before and after they are taken. */
@NullMarked
package io.zhijian.registry.exchange.stage;

import org.jspecify.annotations.NullMarked;
