/** The public door's pages: one question, a calm answer, no sign-in, nothing kept of who asks. */
@NullMarked
package io.zhijian.registry.door.web;

import org.jspecify.annotations.NullMarked;
