/** Looking entries up, within what the row policies let an auditor see. */
@NullMarked
package io.zhijian.ledger.search;

import org.jspecify.annotations.NullMarked;
