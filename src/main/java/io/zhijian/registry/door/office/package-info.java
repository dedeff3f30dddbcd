/** The two steps to the public on a subject's page, and what of it waits for an office. */
@NullMarked
package io.zhijian.registry.door.office;

import org.jspecify.annotations.NullMarked;
