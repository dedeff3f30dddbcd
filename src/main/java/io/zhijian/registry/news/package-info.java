/** What the register tells people in their inboxes, and on which days. */
@NullMarked
package io.zhijian.registry.news;

import org.jspecify.annotations.NullMarked;
