/** The lives of subjects: stages, and moves between them; each kind's table of moves stands with the kind. */
@NamedInterface("life")
@NullMarked
package io.zhijian.registry.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
