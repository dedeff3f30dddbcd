package io.zhijian.registry.export;

import io.zhijian.base.Texts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) that open rightly in a spreadsheet, and run nothing there. */
final class CsvTable implements Table {

    /** What a spreadsheet would take for a formula, in either width of letters. */
    private static final Pattern FORMULA =
            Pattern.compile("(?s)^[\\s\\u00A0\\u3000]*[=+@\\-\\t\\r\\uFF1D\\uFF0B\\uFF20\\uFF0D].*");

    private final Writer out;

    CsvTable(OutputStream stream) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write('\uFEFF'); // spreadsheets take it for UTF-8 only then
    }

    @Override
    public void head(List<String> titles) throws IOException {
        line(List.copyOf(titles));
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        line(cells);
    }

    private void line(List<? extends @Nullable Object> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate day -> Texts.date(day);
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
