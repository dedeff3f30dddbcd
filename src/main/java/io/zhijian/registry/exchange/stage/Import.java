package io.zhijian.registry.exchange.stage;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.match.Columns;
import io.zhijian.registry.exchange.sheet.Format;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One spreadsheet on its way into the register.
 *
 * @param where the unit it belongs to: that of the person who brought it
 * @param refusal code of what stopped it
 * @param total rows below the headings
 */
public record Import(
        UUID id,
        SubjectKind kind,
        Jurisdiction where,
        UUID staff,
        String staffName,
        String fileName,
        String fileHash,
        Format format,
        String sheet,
        Columns columns,
        ImportState state,
        @Nullable String refusal,
        List<String> refused,
        int total,
        int done,
        Counts counts,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** What its rows would do, or did. */
    public record Counts(int entered, int revised, int same, int wrong, int likely, int leftOut) {

        public int good() {
            return entered + revised;
        }
    }

    public SubjectRef ref() {
        return new SubjectRef("import", id);
    }

    public String href() {
        return "/imports/" + id;
    }

    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, 100L * done / total);
    }
}
