/** Pages on units, staff and roles. */
@NullMarked
package io.zhijian.people.web;

import org.jspecify.annotations.NullMarked;
