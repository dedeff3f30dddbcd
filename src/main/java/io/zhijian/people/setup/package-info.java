/** The first minutes of a new installation: one unit and three administrators, from the console or a page opened once. */
@NullMarked
package io.zhijian.people.setup;

import org.jspecify.annotations.NullMarked;
