/** The auditor's pages: search, one entry, export, verification. */
@NullMarked
package io.zhijian.ledger.web;

import org.jspecify.annotations.NullMarked;
