package io.zhijian.ledger.web;

import io.zhijian.ledger.search.LedgerRow;

/** One entry in full. */
public record EntryPage(LedgerRow row) {}
