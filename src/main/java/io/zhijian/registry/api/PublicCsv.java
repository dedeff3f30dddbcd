package io.zhijian.registry.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Open data as comma-separated values (RFC 4180), safe to open in a spreadsheet; heads are the names the JSON uses. */
final class PublicCsv {

    private PublicCsv() {}

    static String entryHead() {
        return line(Stream.of(
                "id",
                "url",
                "kind",
                "form",
                "name",
                "aliases",
                "summary",
                "host",
                "icpNumber",
                "filingNumber",
                "stage",
                "targetUsers",
                "scenes",
                "requirements",
                "complaintEntry",
                "complaintZone",
                "closingPublished",
                "closingOffline",
                "closingWords",
                "movedTo",
                "released",
                "changed"));
    }

    static String line(EntryView entry) {
        var norm = entry.usageNorm();
        var notice = entry.closingNotice();
        return line(Stream.of(
                entry.id(),
                entry.url(),
                entry.kind(),
                entry.form(),
                entry.name(),
                String.join("; ", entry.aliases()),
                entry.summary(),
                entry.host(),
                entry.icpNumber(),
                entry.filingNumber(),
                entry.stage(),
                norm == null ? "" : norm.targetUsers(),
                norm == null ? "" : norm.scenes(),
                norm == null ? "" : norm.requirements(),
                entry.complaintEntry(),
                entry.complaintZone(),
                notice == null ? "" : notice.published().toString(),
                notice == null || notice.offline() == null
                        ? ""
                        : notice.offline().toString(),
                notice == null ? "" : notice.words(),
                notice == null ? "" : notice.movedTo(),
                entry.released().toString(),
                entry.changed().toString()));
    }

    static String itemHead() {
        return line(Stream.of("name", "code", "theme", "entryId", "entryName", "host", "url"));
    }

    static String line(ItemView item) {
        return line(Stream.of(
                item.name(), item.code(), item.theme(), item.entryId(), item.entryName(), item.host(), item.url()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(PublicCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A leading sign that a spreadsheet would take for a formula is made harmless. */
    static String cell(String text) {
        String safe = text.matches("(?s)^[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
