package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.App;
import io.zhijian.registry.entry.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of apps as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
final class AppsCsv {

    private AppsCsv() {}

    static String head() {
        return line(Stream.of(
                t("registry.field.name"),
                t("registry.field.form"),
                t("registry.field.host"),
                t("registry.level"),
                t("registry.stage"),
                t("registry.provenance"),
                t("registry.field.icp.number"),
                t("registry.field.gov.number"),
                t("registry.block.functions"),
                t("registry.changed-at")));
    }

    static String line(App app) {
        return line(Stream.of(
                app.name(),
                app.form() == null ? "" : t(app.form().textKey()),
                app.hostName(),
                app.level() == null ? "" : t(app.level().textKey()),
                app.stage() == null ? "" : t(app.stage().textKey()),
                t("registry.provenance." + app.provenance().code()),
                app.entry().icp().number(),
                app.entry().gov().number(),
                app.entry().functions().stream().map(Entry.Function::name).collect(Collectors.joining("; ")),
                Texts.time(app.updatedAt())));
    }

    private static String line(Stream<String> cells) {
        return cells.map(AppsCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A leading sign that a spreadsheet would take for a formula is made harmless. */
    static String cell(String text) {
        String safe = text.matches("(?s)^[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
