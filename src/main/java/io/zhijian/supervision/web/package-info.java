/** The overview as a page of pictures and tables, as table files and as a PDF report. */
@NullMarked
package io.zhijian.supervision.web;

import org.jspecify.annotations.NullMarked;
