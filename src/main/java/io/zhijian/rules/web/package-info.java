/** The pages of findings and of the rulebook. */
@NullMarked
package io.zhijian.rules.web;

import org.jspecify.annotations.NullMarked;
