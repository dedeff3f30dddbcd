/** For machines: open data and the interface, described by one list of operations, and their page. */
@NullMarked
package io.zhijian.registry.api;

import org.jspecify.annotations.NullMarked;
