/** The years for which holidays and moved working days have been given notice of, as files. */
@NullMarked
package io.zhijian.rules.calendar;

import org.jspecify.annotations.NullMarked;
