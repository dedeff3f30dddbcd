package io.zhijian.ledger.web;

import io.zhijian.base.Texts;
import io.zhijian.ledger.search.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes entries as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. */
final class LedgerCsv {

    private final Writer out;

    LedgerCsv(Writer out) {
        this.out = out;
    }

    void head() throws IOException {
        out.write('\uFEFF');
        line(List.of(
                Texts.t("ledger.number"),
                Texts.t("ledger.at"),
                Texts.t("ledger.actor"),
                Texts.t("ledger.action"),
                Texts.t("ledger.subject"),
                Texts.t("ledger.reason"),
                Texts.t("ledger.details"),
                Texts.t("ledger.region"),
                Texts.t("ledger.id")));
    }

    void row(LedgerRow row) {
        String details = row.details().entrySet().stream()
                .map(detail -> LedgerRow.detailWords(detail.getKey()) + ": " + detail.getValue())
                .collect(Collectors.joining("; "));
        line(List.of(
                row.number() == null ? "" : row.number().toString(),
                Texts.time(row.at()),
                row.actorWords(),
                row.actionWords(),
                row.subjectWords(),
                row.reasonWords(),
                details,
                row.region(),
                row.id().toString()));
    }

    private void line(List<String> cells) {
        try {
            out.write(cells.stream().map(LedgerCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted; a spreadsheet must not take a text that begins like a formula for one. */
    static String cell(String text) {
        String harmless = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
