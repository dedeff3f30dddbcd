package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A table file that passed {@link Guard}, read from top to bottom and never held as a whole. */
public interface SheetFile extends AutoCloseable {

    /** More rows than this in one file are refused: it is to be split. */
    int MOST_ROWS = 100_000;

    /** Columns with a value further right than this are refused. */
    int MOST_COLUMNS = 500;

    /** Names of the sheets a person sees, in order. */
    List<String> sheets();

    /**
     * Gives the rows that are not empty, in order, until the visitor says false.
     *
     * @param sheet one of {@link #sheets()}
     */
    void read(String sheet, Predicate<Line> visitor);

    @Override
    void close();

    static SheetFile open(Path file, Format format) {
        try {
            return format == Format.CSV ? new CsvFile(file) : new XlsxFile(file);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** Whatever a parser trips over is one thing to the person: a file that cannot be read. */
    static Refusal damaged(Exception e) {
        return e instanceof Refusal refusal ? refusal : Refusal.invalid("exchange.file.damaged");
    }
}
