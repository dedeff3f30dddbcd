/** Judges everything again, daily and when the rules changed. */
@NullMarked
package io.zhijian.rules.sweep;

import org.jspecify.annotations.NullMarked;
