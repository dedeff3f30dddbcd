/** Pages of apps like another. */
@NullMarked
package io.zhijian.registry.nearest.web;

import org.jspecify.annotations.NullMarked;
