/** One row of a sheet as an entry: cells become the text a person would have typed in the form, and its rules judge them. */
@NullMarked
package io.zhijian.registry.exchange.row;

import org.jspecify.annotations.NullMarked;
