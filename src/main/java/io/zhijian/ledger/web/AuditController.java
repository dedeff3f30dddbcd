package io.zhijian.ledger.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.LedgerVerification;
import io.zhijian.ledger.LedgerVerification.Result;
import io.zhijian.ledger.search.LedgerFilter;
import io.zhijian.ledger.search.LedgerSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What auditors do with the ledger as a whole; that they did it is itself recorded. */
@Controller
class AuditController {

    /** Reads everything, whatever the auditor's reach; shown are counts and faults only. */
    private static final Actor VERIFIER = Actor.service("ledger-verification", Role.AUDIT_ADMIN);

    private final LedgerSearch search;
    private final LedgerVerification verification;
    private final AuditRecords records;
    private final Semaphore verifying = new Semaphore(1);

    AuditController(LedgerSearch search, LedgerVerification verification, AuditRecords records) {
        this.search = search;
        this.verification = verification;
        this.records = records;
    }

    /** Recorded before the first row leaves, so that an export broken off is recorded too. */
    @GetMapping("/ledger/export")
    @Access(roles = {Role.AUDITOR, Role.AUDIT_ADMIN})
    void export(@ModelAttribute LedgerQuery query, HttpServletResponse response) throws IOException {
        LedgerFilter filter = query.filter();
        records.exported(filter);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"ledger-" + filter.from() + "-" + filter.to() + ".csv\"");
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            LedgerCsv csv = new LedgerCsv(out);
            csv.head();
            search.each(filter, csv::row);
        }
    }

    @PostMapping("/ledger/verify")
    @Access(roles = {Role.AUDITOR, Role.AUDIT_ADMIN})
    String verify(Model model) {
        if (!verifying.tryAcquire()) {
            throw Refusal.tooMany("ledger.verifying");
        }
        try {
            Result result = ScopedValue.where(Actor.CURRENT, VERIFIER).call(verification::verify);
            records.verified(result);
            model.addAttribute("page", new VerificationPage(result));
            return "ledger/verification";
        } finally {
            verifying.release();
        }
    }
}
