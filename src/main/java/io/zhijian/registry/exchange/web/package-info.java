/** Pages of imports. */
@NullMarked
package io.zhijian.registry.exchange.web;

import org.jspecify.annotations.NullMarked;
