/** The marking check on the way in: before every handler, and the same patterns for the browser. */
@NullMarked
package io.zhijian.files.web;

import org.jspecify.annotations.NullMarked;
