package io.zhijian.ledger.web;

import io.zhijian.base.Paging;
import io.zhijian.base.Texts;
import io.zhijian.ledger.LedgerProofs.Sealed;
import io.zhijian.ledger.search.LedgerFilter;
import io.zhijian.ledger.search.LedgerRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search, its results, and how far the ledger is sealed (null as long as nothing is). */
public record LedgerPage(
        LedgerFilter filter,
        List<String> actions,
        Paging<LedgerRow> rows,
        @Nullable Sealed sealed) {

    /** Words of an action, for the choice. */
    public String actionWords(String action) {
        return Texts.has("ledger.action." + action) ? Texts.t("ledger.action." + action) : action;
    }

    /** Where the page number is appended. */
    public String pageHref() {
        return LedgerQuery.address("/ledger", filter) + "&page=";
    }

    public String exportHref() {
        return LedgerQuery.address("/ledger/export", filter);
    }
}
