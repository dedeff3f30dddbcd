/** The Merkle tree of RFC 9162 and its two proofs; knows neither rows nor entries. */
@NullMarked
package io.zhijian.ledger.merkle;

import org.jspecify.annotations.NullMarked;
