/** What the law asks, as files; what seems to break it, as findings that a person decides on. */
@ApplicationModule(allowedDependencies = {"base", "database", "ledger"})
@NullMarked
package io.zhijian.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
