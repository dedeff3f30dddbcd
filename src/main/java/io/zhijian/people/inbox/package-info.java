/** Messages to staff: one per cause while unread, put in the transaction of what they tell of. */
@NamedInterface("inbox")
@NullMarked
package io.zhijian.people.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
