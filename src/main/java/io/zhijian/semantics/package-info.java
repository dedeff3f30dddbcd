/** What a text means: how like two apps are, and which ban a text may break; others push texts in, it knows no register. */
@ApplicationModule(allowedDependencies = {"base", "files"})
@NullMarked
package io.zhijian.semantics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
