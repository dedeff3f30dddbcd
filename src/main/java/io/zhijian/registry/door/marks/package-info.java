/** What a host puts on its first page: the badge and the QR code of its entry. */
@NullMarked
package io.zhijian.registry.door.marks;

import org.jspecify.annotations.NullMarked;
