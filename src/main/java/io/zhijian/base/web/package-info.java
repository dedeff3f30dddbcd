/** The page shell: who may open a route, how a page is rendered, and how a refusal is shown. */
@NullMarked
package io.zhijian.base.web;

import org.jspecify.annotations.NullMarked;
