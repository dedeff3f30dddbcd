/** Finding subjects: an index of what lists show, always checked against the rows themselves before anything is shown. */
@NullMarked
package io.zhijian.registry.search;

import org.jspecify.annotations.NullMarked;
