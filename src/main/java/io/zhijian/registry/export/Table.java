package io.zhijian.registry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table written row by row into a stream; whatever is written stays in memory only for a moment. */
interface Table extends AutoCloseable {

    void head(List<String> titles) throws IOException;

    /** @param cells texts, whole numbers, days; null where nothing is known */
    void row(List<@Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** As which kind of file. */
    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        /** @param name of the sheet */
        Table open(OutputStream out, String name) throws IOException {
            return switch (this) {
                case XLSX -> new ExcelTable(out, name);
                case CSV -> new CsvTable(out);
            };
        }
    }
}
