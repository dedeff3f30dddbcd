package io.zhijian.ledger.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.Ledger;
import io.zhijian.ledger.LedgerVerification.Result;
import io.zhijian.ledger.search.LedgerFilter;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what auditors do with the ledger as a whole. */
@Service
class AuditRecords {

    private static final UUID NONE = new UUID(0, 0);
    private static final SubjectRef LEDGER = new SubjectRef("ledger", NONE);
    private static final Jurisdiction COUNTRY = new Jurisdiction(NONE, "/", "000000000000", null);

    private final Ledger ledger;

    AuditRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public void exported(LedgerFilter filter) {
        write(
                "ledger.exported",
                Map.of("from", filter.from().toString(), "to", filter.to().toString()));
    }

    @Transactional
    public void verified(Result result) {
        write(
                "ledger.verified",
                Map.of(
                        "sealed", Long.toString(result.sealed()),
                        "faults", Long.toString(result.faultCount())));
    }

    private void write(String action, Map<String, String> details) {
        ledger.write(action, LEDGER, Actor.current().homeUnit().orElse(COUNTRY), "", details);
    }
}
