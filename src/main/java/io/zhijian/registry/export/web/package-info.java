/** Pages for taking lists and data out. */
@NullMarked
package io.zhijian.registry.export.web;

import org.jspecify.annotations.NullMarked;
