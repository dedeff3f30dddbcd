/** The inbox in the browser. */
@NullMarked
package io.zhijian.people.inbox.web;

import org.jspecify.annotations.NullMarked;
