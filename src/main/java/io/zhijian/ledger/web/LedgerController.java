package io.zhijian.ledger.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.LedgerProofs;
import io.zhijian.ledger.LedgerProofs.Proof;
import io.zhijian.ledger.search.LedgerFilter;
import io.zhijian.ledger.search.LedgerSearch;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking up what was decided, by whom and why. */
@Controller
class LedgerController {

    private final LedgerSearch search;
    private final LedgerProofs proofs;

    LedgerController(LedgerSearch search, LedgerProofs proofs) {
        this.search = search;
        this.proofs = proofs;
    }

    @GetMapping("/ledger")
    @Access(roles = {Role.AUDITOR, Role.AUDIT_ADMIN})
    String list(@ModelAttribute LedgerQuery query, @RequestParam(defaultValue = "1") int page, Model model) {
        LedgerFilter filter = query.filter();
        model.addAttribute(
                "page",
                new LedgerPage(
                        filter,
                        search.actions(),
                        search.page(filter, page),
                        proofs.sealed().orElse(null)));
        return "ledger/ledger";
    }

    @GetMapping("/ledger/{id}")
    @Access(roles = {Role.AUDITOR, Role.AUDIT_ADMIN})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page", new EntryPage(search.find(id).orElseThrow(() -> Refusal.notFound("page.not-found"))));
        return "ledger/entry";
    }

    @GetMapping("/ledger/{id}/proof")
    @Access(roles = {Role.AUDITOR, Role.AUDIT_ADMIN})
    ResponseEntity<Proof> proof(@PathVariable UUID id) {
        Proof proof = proofs.of(id).orElseThrow(() -> Refusal.notFound("page.not-found"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-" + id + ".json\"")
                .body(proof);
    }
}
