/** Three minutes through the real pages of the demo; not there outside of it. */
@NullMarked
package io.zhijian.demo.tour;

import org.jspecify.annotations.NullMarked;
