package io.zhijian.registry.export;

import io.zhijian.base.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel file; texts stand in their cells, not in a shared table, so that a row is forgotten once it is written. */
final class ExcelTable implements Table {

    /** Rows of one sheet, the format's limit being 1 048 576. */
    static final int SHEET_ROWS = 1_000_000;

    /** The format's limit for one cell. */
    static final int CELL = 32_767;

    private static final int FLUSH = 500;
    private static final int WIDTH = 18;

    private final Workbook book;
    private final String name;
    private Worksheet sheet;
    private List<String> titles = List.of();
    private int sheets = 1;
    private int row;

    ExcelTable(OutputStream out, String name) {
        this.book = new Workbook(out, "Zhijian", null);
        this.name = name;
        this.sheet = book.newWorksheet(name);
    }

    @Override
    public void head(List<String> heads) {
        titles = heads;
        for (int column = 0; column < heads.size(); column++) {
            sheet.inlineString(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (row >= SHEET_ROWS) {
            sheet.finish();
            sheet = book.newWorksheet(name + " " + ++sheets);
            head(titles);
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        if (++row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void put(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.inlineString(row, column, fitting(value.toString()));
        }
    }

    /** A text that is too long for a cell says that it was cut. */
    private static String fitting(String text) {
        if (text.length() <= CELL) {
            return text;
        }
        String mark = Texts.t("export.cut");
        int end = CELL - mark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
