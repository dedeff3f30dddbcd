/** Who there is: units in their tree, staff and their accounts, roles within scopes, sign-in and sessions. */
@ApplicationModule(allowedDependencies = {"base", "base::*", "database", "ledger"})
@NullMarked
package io.zhijian.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
