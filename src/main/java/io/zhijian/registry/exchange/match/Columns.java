package io.zhijian.registry.exchange.match;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one sheet is understood.
 *
 * @param header number of the row with the headings, from 1
 */
public record Columns(int header, List<Column> all) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Columns of(String json) {
        return JSON.readValue(json, Columns.class);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** The first column with that field. */
    public Optional<Column> with(String field) {
        return all.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    public long taken() {
        return all.stream().filter(Column::taken).count();
    }

    public boolean has(String field) {
        return with(field).isPresent();
    }
}
