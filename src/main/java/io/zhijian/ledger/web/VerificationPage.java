package io.zhijian.ledger.web;

import io.zhijian.base.Texts;
import io.zhijian.ledger.LedgerVerification.Fault;
import io.zhijian.ledger.LedgerVerification.Result;

/** What a verification found. */
public record VerificationPage(Result result) {

    public String problemWords(Fault fault) {
        return Texts.t(fault.problem().textKey());
    }
}
