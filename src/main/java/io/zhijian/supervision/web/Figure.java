package io.zhijian.supervision.web;

import static io.zhijian.base.Texts.t;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table and the way to draw it; the picture is drawn from the table itself, so the two cannot differ.
 *
 * @param name in addresses and keys
 * @param heads above the cells, not counting the one above the labels
 * @param drawn how many of the first columns the picture shows
 */
public record Figure(String name, Drawing drawing, String labelHead, List<String> heads, int drawn, List<Row> rows) {

    /** How it is drawn. */
    public enum Drawing {
        /** Not at all: where a picture would look like a ranking, or say less than the table. */
        NONE,
        /** Lying bars, one a row; several columns follow one another in the bar. */
        BARS,
        /** Standing bars side by side. */
        COLUMNS,
        /** A line for each column. */
        LINES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param href where the row leads, if anywhere */
    public record Row(String label, @Nullable String href, List<Cell> cells) {

        public long sum() {
            return cells.stream().mapToLong(Cell::value).sum();
        }
    }

    /** @param href the list whose length the number is, if there is one */
    public record Cell(long value, @Nullable String href) {}

    public String title() {
        return t("supervision.figure." + name);
    }

    public String lead() {
        return t("supervision.lead." + name);
    }

    /** Whether there is nothing to see. */
    public boolean empty() {
        return rows.stream().allMatch(row -> row.sum() == 0);
    }

    public String emptyWords() {
        return t("supervision.none." + name);
    }

    /** The picture in words, for those who do not see it. */
    public String words() {
        String values = rows.stream()
                .filter(row -> row.cells().stream().limit(drawn).anyMatch(cell -> cell.value() != 0))
                .map(row -> row.label() + " "
                        + IntStream.range(0, drawn)
                                .mapToObj(i -> (drawn == 1 ? "" : heads.get(i) + " ")
                                        + row.cells().get(i).value())
                                .collect(Collectors.joining(t("supervision.comma"))))
                .collect(Collectors.joining(t("supervision.semicolon")));
        return t("supervision.picture", title(), values);
    }

    /** The sums under the columns. */
    public List<Long> sums() {
        return IntStream.range(0, heads.size())
                .mapToObj(i -> rows.stream()
                        .mapToLong(row -> row.cells().get(i).value())
                        .sum())
                .toList();
    }

    /** Whether sums under the columns mean anything: not where a column says how much there is at a time. */
    public boolean summed() {
        return drawing != Drawing.LINES && !name.equals("flow") && !name.equals("aims") && rows.size() > 1;
    }

    /** Of the longest bar, in per cent, for the report. */
    public int share(Row row) {
        long most = rows.stream().mapToLong(this::drawnSum).max().orElse(0);
        return most == 0 ? 0 : (int) Math.round(100.0 * drawnSum(row) / most);
    }

    private long drawnSum(Row row) {
        return row.cells().stream().limit(drawn).mapToLong(Cell::value).sum();
    }
}
