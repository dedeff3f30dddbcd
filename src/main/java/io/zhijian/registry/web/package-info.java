/** The register's pages for looking: list, app, history, and the stage a supervisor sets. */
@NullMarked
package io.zhijian.registry.web;

import org.jspecify.annotations.NullMarked;
