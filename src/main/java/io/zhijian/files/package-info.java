/** What comes in as text or file, and what must never come in: the check for secrecy markings. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package io.zhijian.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
