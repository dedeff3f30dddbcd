/** The words every module shares: who acts, on what, within whose reach, and how we say no; no SQL, no domain logic. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.zhijian.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
