/** What people are typing: kept as typed, seen by nobody else, until it is handed in or discarded. */
@NullMarked
package io.zhijian.registry.draft;

import org.jspecify.annotations.NullMarked;
