package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
final class SubjectsCsv {

    private SubjectsCsv() {}

    static String head(SubjectKind kind) {
        return line(Stream.of(
                t(kind.textKey("field.name")),
                t(kind.textKey("form")),
                t("registry.host"),
                t("registry.level"),
                t("registry.stage"),
                t("registry.provenance"),
                t("registry.field.icp.number"),
                t("registry.field.gov.number"),
                t(kind.textKey("headlines")),
                t("registry.changed-at")));
    }

    static String line(Subject subject) {
        return line(Stream.of(
                subject.name(),
                subject.form() == null ? "" : t(subject.form().textKey()),
                subject.hostName(),
                subject.level() == null ? "" : t(subject.level().textKey()),
                subject.stage() == null ? "" : t(subject.stageKey()),
                t("registry.provenance." + subject.provenance().code()),
                icp(subject),
                gov(subject),
                String.join("; ", subject.entry().headlines()),
                Texts.time(subject.updatedAt())));
    }

    private static String icp(Subject subject) {
        return subject.entry() instanceof AppEntry app ? app.icp().number() : "";
    }

    private static String gov(Subject subject) {
        return subject.entry() instanceof AppEntry app ? app.gov().number() : "";
    }

    private static String line(Stream<String> cells) {
        return cells.map(SubjectsCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A leading sign that a spreadsheet would take for a formula is made harmless. */
    static String cell(String text) {
        String safe = text.matches("(?s)^[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
