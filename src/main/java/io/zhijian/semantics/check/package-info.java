/** The text checker: which ban a text may break, in which words, or whether it is lawful, harmless or for a person to decide. */
@NamedInterface("check")
@NullMarked
package io.zhijian.semantics.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
