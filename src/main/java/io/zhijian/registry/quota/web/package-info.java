/** Pages for looking at quotas and setting them. */
@NullMarked
package io.zhijian.registry.quota.web;

import org.jspecify.annotations.NullMarked;
