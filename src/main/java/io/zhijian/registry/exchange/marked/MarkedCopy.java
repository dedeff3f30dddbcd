package io.zhijian.registry.exchange.marked;

import io.zhijian.registry.exchange.row.CellProblem;
import io.zhijian.registry.exchange.sheet.Cell;
import io.zhijian.registry.exchange.sheet.Line;
import io.zhijian.registry.exchange.sheet.SheetFile;
import io.zhijian.registry.exchange.stage.StagedRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The person's own sheet once more: same rows, same columns, same values; wrong cells are coloured and say in a comment
 * what is wrong, and a column at the end says it for whoever prints it.
 */
public final class MarkedCopy {

    private static final String WRONG = "FFD9A0";
    private static final String HEAD = "EEF2F8";
    private static final int WIDTH = 16;

    private final Map<Integer, StagedRow> wrong;
    private final int header;
    private final int last;
    private final String heading;

    /**
     * @param wrong rows with problems, by their number
     * @param last number of the last column with a heading, from 0
     * @param heading of the column with the problems
     */
    public MarkedCopy(Map<Integer, StagedRow> wrong, int header, int last, String heading) {
        this.wrong = wrong;
        this.header = header;
        this.last = last;
        this.heading = heading;
    }

    public void write(SheetFile from, String sheet, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Zhijian", "1.0");
        Worksheet to = book.newWorksheet(sheet.replaceAll("[\\\\/*?:\\[\\]]", " "));
        to.freezePane(0, header);
        for (int column = 0; column <= last; column++) {
            to.width(column, WIDTH);
        }
        to.width(last + 1, 60);
        from.read(sheet, line -> {
            row(to, line);
            flush(to, line);
            return true;
        });
        book.finish();
    }

    /** Comments are written at the end of a sheet, so rows with any of them cannot leave earlier. */
    private void flush(Worksheet to, Line line) {
        try {
            if (wrong.isEmpty() && line.number() % 1_000 == 0) {
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Worksheet to, Line line) {
        int row = line.number() - 1;
        List<Cell> cells = line.cells();
        for (int column = 0; column < cells.size(); column++) {
            // the words of an earlier round are not copied
            if (column <= last) {
                value(to, row, column, cells.get(column));
            }
        }
        if (line.number() == header) {
            to.value(row, last + 1, heading);
            to.range(row, 0, row, last + 1).style().bold().fillColor(HEAD).set();
        }
        StagedRow staged = wrong.get(line.number());
        if (staged != null) {
            mark(to, row, staged);
        }
    }

    private void mark(Worksheet to, int row, StagedRow staged) {
        Map<Integer, String> words = staged.problems().stream()
                .filter(CellProblem::blocks)
                .collect(Collectors.groupingBy(
                        problem -> problem.column() < 0 ? last + 1 : problem.column(),
                        Collectors.mapping(CellProblem::words, Collectors.joining("\n"))));
        words.forEach((column, said) -> {
            to.style(row, column).fillColor(WRONG).set();
            if (column <= last) {
                to.comment(row, column, said);
            }
        });
        to.value(
                row,
                last + 1,
                staged.problems().stream()
                        .filter(CellProblem::blocks)
                        .map(problem -> problem.fieldWords() + "：" + problem.words())
                        .collect(Collectors.joining("\n")));
    }

    private static void value(Worksheet to, int row, int column, Cell cell) {
        switch (cell.type()) {
            case BLANK -> {}
            case NUMBER -> to.value(row, column, new BigDecimal(cell.text()));
            case DATE -> {
                to.value(row, column, LocalDate.parse(cell.text()));
                to.style(row, column).format("yyyy-mm-dd").set();
            }
            case TRUTH -> to.value(row, column, cell.text().equals("TRUE"));
            case TEXT, ERROR -> to.value(row, column, readable(cell.text()));
        }
    }

    /** Control signs cannot stand in the file; a spreadsheet takes no more than so many signs a cell. */
    private static String readable(String text) {
        String clean = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD");
        return clean.length() > 32_000 ? clean.substring(0, 32_000) : clean;
    }
}
