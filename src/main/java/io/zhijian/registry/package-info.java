/** The register of government apps: what is declared of each, who hosts and uses it, and where it stands in its life. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: *",
            "database",
            "files",
            "ledger",
            "people",
            "people :: inbox",
            "rules",
            "rules :: *",
            "semantics :: check",
            "semantics :: docx",
            "semantics :: likeness"
        })
@NullMarked
package io.zhijian.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
