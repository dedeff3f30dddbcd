/** The register's pages for filling in: one thing per step, saved as typed, then a review. */
@NullMarked
package io.zhijian.registry.web.edit;

import org.jspecify.annotations.NullMarked;
