/** The PostgreSQL under everything: starts the embedded server, keeps two credentials, and tells each transaction who acts. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package io.zhijian.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
