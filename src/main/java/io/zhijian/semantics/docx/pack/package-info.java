/** The package a document comes in: its parts, bounded and harmless, and where each tag of a part stands. */
@NullMarked
package io.zhijian.semantics.docx.pack;

import org.jspecify.annotations.NullMarked;
