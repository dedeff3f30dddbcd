/** What those above and each host see of the whole: counts and trends of the register and of findings, never a ranking. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: *",
            "database",
            "ledger",
            "people",
            "people :: *",
            "rules",
            "rules :: *",
            "registry",
            "registry :: *"
        })
@NullMarked
package io.zhijian.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
