package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An .xlsx workbook; of a formula only the value stored with it is taken. */
final class XlsxFile implements SheetFile {

    /** Day, month or year signs outside quotes and brackets make a number format one of dates. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private static final Pattern DAY_SIGN = Pattern.compile("[yYdD年日]|m{3,}|M{3,}");

    /** OOXML writes signs that XML cannot hold as _x000D_. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ReadableWorkbook workbook;
    private final BookParts parts;

    XlsxFile(Path file) throws IOException {
        this.parts = BookParts.of(file);
        this.workbook = open(file);
    }

    /** Some programs write no formats at all, which is allowed; then no number is known to be a date. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException noFormats) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    @Override
    public List<String> sheets() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }

    @Override
    public void read(String name, Predicate<Line> visitor) {
        Sheet sheet = workbook.findSheet(name).orElseThrow(() -> Refusal.invalid("exchange.sheet-unknown"));
        Merges merges = parts.merges(name);
        try (Stream<Row> rows = sheet.openStream()) {
            int count = 0;
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Line line = merges.fill(line(each.next()));
                if (line.blank()) {
                    continue;
                }
                if (++count > MOST_ROWS + 50) {
                    throw Refusal.invalid("exchange.too-many-rows", MOST_ROWS);
                }
                if (!visitor.test(line)) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw SheetFile.damaged(e);
        }
    }

    private Line line(Row row) {
        List<Cell> cells = new ArrayList<>(Math.min(row.getCellCount(), 64));
        for (int i = 0; i < row.getCellCount(); i++) {
            org.dhatim.fastexcel.reader.Cell raw = row.getOptionalCell(i).orElse(null);
            Cell cell = raw == null ? Cell.BLANK : cell(raw);
            if (i >= MOST_COLUMNS && !cell.blank()) {
                throw Refusal.invalid("exchange.too-many-columns", MOST_COLUMNS);
            }
            if (i < MOST_COLUMNS) {
                cells.add(cell);
            }
        }
        while (!cells.isEmpty() && cells.getLast().blank()) {
            cells.removeLast();
        }
        return new Line(row.getRowNum(), cells);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell raw) {
        Object value = raw.getValue();
        if (raw.getType() == CellType.ERROR) {
            return new Cell(Cell.Type.ERROR, raw.getText());
        }
        return switch (value) {
            case null -> raw.getFormula() == null ? Cell.BLANK : new Cell(Cell.Type.ERROR, "=");
            case Boolean truth -> new Cell(Cell.Type.TRUTH, truth ? "TRUE" : "FALSE");
            case BigDecimal number -> number(raw, number);
            default -> Cell.text(escaped(value.toString()));
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell raw, BigDecimal number) {
        if (isDate(raw.getDataFormatId(), raw.getDataFormatString())
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            LocalDateTime at = raw.asDate();
            return new Cell(Cell.Type.DATE, at.toLocalDate().toString());
        }
        if (number.scale() < -40 || number.precision() > 60) {
            return new Cell(Cell.Type.TEXT, number.toString());
        }
        return new Cell(Cell.Type.NUMBER, tidy(number).toPlainString());
    }

    /** Spreadsheets keep 15 digits; what lies behind is the noise of binary fractions. */
    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal rounded = number.scale() > 0 ? number.round(new java.math.MathContext(15)) : number;
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        return format != null
                && DAY_SIGN.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private static String escaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(sign -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(sign.group(1), 16))))
                : text;
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
