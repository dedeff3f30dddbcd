/** Loads the demo: published facts of real apps, never judged, and the fictitious 示例省 in which all stories happen. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: *",
            "database",
            "people",
            "people :: signin",
            "rules",
            "registry",
            "registry::*"
        })
@NullMarked
package io.zhijian.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
