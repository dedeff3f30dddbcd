/** What was decided, by whom and why: append-only, written in the same transaction, sealed by a Merkle tree, provable later. */
@ApplicationModule(allowedDependencies = {"base", "database"})
@NullMarked
package io.zhijian.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
