/** How well the two machines do on what people have labelled, beside plain ways of doing the same. */
@NamedInterface("evaluation")
@NullMarked
package io.zhijian.semantics.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
