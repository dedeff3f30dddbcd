/** Registers that come in as spreadsheets: read, understood, looked through, entered in one go, taken back. */
@NullMarked
package io.zhijian.registry.exchange;

import org.jspecify.annotations.NullMarked;
