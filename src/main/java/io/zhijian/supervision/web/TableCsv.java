package io.zhijian.supervision.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A figure's table as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
final class TableCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TableCsv() {}

    static String of(Figure figure) {
        Stream<String> head = Stream.concat(Stream.of(figure.labelHead()), figure.heads().stream());
        Stream<String> rows = figure.rows().stream()
                .map(row -> line(Stream.concat(
                        Stream.of(row.label()), row.cells().stream().map(cell -> Long.toString(cell.value())))));
        return BYTE_ORDER_MARK + line(head) + rows.collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.map(TableCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A leading sign that a spreadsheet would take for a formula is made harmless; numbers stay numbers. */
    private static String cell(String text) {
        if (text.matches("-?\\d+")) {
            return text;
        }
        String safe = text.matches("(?s)^[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
