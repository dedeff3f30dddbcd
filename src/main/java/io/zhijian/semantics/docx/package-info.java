/** Word documents: what one says, and the same document with comments at some of its words. Knows nothing of bans. */
@NamedInterface("docx")
@NullMarked
package io.zhijian.semantics.docx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
