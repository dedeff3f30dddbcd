package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Refusal;
import io.zhijian.people.Units;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.search.ListChoices;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a list out as a table: first asked for what, then written down, then streamed row by row. */
@Service
public class ListExport {

    /** Longest explanation, in characters. */
    public static final int WHY = 300;

    private final Subjects subjects;
    private final Units units;
    private final ListChoices choices;
    private final Purposes purposes;
    private final ExportRecords records;

    ListExport(Subjects subjects, Units units, ListChoices choices, Purposes purposes, ExportRecords records) {
        this.subjects = subjects;
        this.units = units;
        this.choices = choices;
        this.purposes = purposes;
        this.records = records;
    }

    /**
     * What somebody wants of a list.
     *
     * @param purpose id of what it is for, or empty; needed where a column could rank
     * @param why in their own words; may be empty where no purpose is needed
     */
    public record Order(SubjectQuery query, Extent extent, String format, String purpose, String why) {

        Table.Format file() {
            return "csv".equals(format) ? Table.Format.CSV : Table.Format.XLSX;
        }

        public String type() {
            return file().type();
        }

        public String extension() {
            return file().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A table that may leave and is written down; its rows are read when it is written. */
    public interface Ready {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The titles of columns that could rank, which ask for a purpose; none where the extent has none. */
    public List<String> couldRank(SubjectKind kind, Extent extent) {
        return columns(kind, extent).stream()
                .filter(Column::couldRank)
                .map(Column::title)
                .toList();
    }

    public List<String> titles(SubjectKind kind, Extent extent) {
        return columns(kind, extent).stream().map(Column::title).toList();
    }

    public long count(SubjectQuery query) {
        return subjects.search(query, 1).total();
    }

    /** Asks for the purpose where one is needed, and writes the export down; refuses what may not leave. */
    public Ready prepare(Order order) {
        List<Column> columns = columns(order.query().kind(), order.extent());
        List<String> could =
                columns.stream().filter(Column::couldRank).map(Column::title).toList();
        Purpose purpose = could.isEmpty() ? null : stated(order);
        if (purpose != null && !purpose.allowed()) {
            records.refusedList(order, could, purpose);
            throw Refusal.forbidden("export.refused", purpose.basis().words());
        }
        records.list(order, could, purpose, count(order.query()));
        return out -> write(order, columns, out);
    }

    private Purpose stated(Order order) {
        Purpose purpose = purposes.stated(order.purpose());
        if (order.why().isBlank() && purpose.allowed()) {
            throw Refusal.invalid("export.why-missing");
        }
        if (!PlainText.fits(order.why(), WHY)) {
            throw Refusal.invalid("export.text-unfit", WHY);
        }
        return purpose;
    }

    private void write(Order order, List<Column> columns, OutputStream out) throws IOException {
        String name = t(order.query().kind().textKey());
        try (Table table = order.file().open(out, name)) {
            table.head(columns.stream().map(Column::title).toList());
            subjects.forEach(order.query(), subject -> row(table, columns, subject));
        } catch (UncheckedIOException broken) {
            throw new IOException(broken);
        }
    }

    private static void row(Table table, List<Column> columns, Subject subject) {
        Column.Line line = new Column.Line(subject);
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).value().apply(line);
        }
        try {
            table.row(java.util.Arrays.asList(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Column> columns(SubjectKind kind, Extent extent) {
        return new Columns(kind, units).of(extent, choices.shown(kind));
    }
}
