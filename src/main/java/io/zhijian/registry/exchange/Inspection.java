package io.zhijian.registry.exchange;

import io.zhijian.base.Refusal;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.match.ColumnMatch;
import io.zhijian.registry.exchange.match.Columns;
import io.zhijian.registry.exchange.sheet.Format;
import io.zhijian.registry.exchange.sheet.Line;
import io.zhijian.registry.exchange.sheet.SheetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first look at a file: which sheet is the register, where its headings stand, how many rows there are. */
record Inspection(String sheet, Columns columns, int rows) {

    private static final int HEAD = 40;

    /** @param wanted name of the sheet; empty: the one that says most */
    static Inspection of(
            Path file,
            Format format,
            String wanted,
            SubjectKind kind,
            ColumnMatch match,
            Map<String, String> remembered) {
        try (SheetFile sheets = SheetFile.open(file, format)) {
            List<String> names = sheets.sheets();
            Inspection best = null;
            for (String name : wanted.isEmpty() ? names : List.of(wanted)) {
                Inspection one = look(sheets, name, kind, match, remembered);
                if (best == null || one.columns.taken() > best.columns.taken()) {
                    best = one;
                }
            }
            if (best == null || best.columns.all().isEmpty()) {
                throw Refusal.invalid("exchange.file.no-rows");
            }
            if (best.columns.taken() == 0) {
                throw Refusal.invalid("exchange.file.no-headings");
            }
            if (best.rows == 0) {
                throw Refusal.invalid("exchange.file.no-rows");
            }
            if (best.rows > SheetFile.MOST_ROWS) {
                throw Refusal.invalid("exchange.too-many-rows", SheetFile.MOST_ROWS);
            }
            return best;
        }
    }

    static List<String> sheets(Path file, Format format) {
        try (SheetFile sheets = SheetFile.open(file, format)) {
            return sheets.sheets();
        }
    }

    private static Inspection look(
            SheetFile sheets, String name, SubjectKind kind, ColumnMatch match, Map<String, String> remembered) {
        List<Line> head = new ArrayList<>();
        int[] count = {0};
        sheets.read(name, line -> {
            if (head.size() < HEAD) {
                head.add(line);
            }
            count[0]++;
            return true;
        });
        Columns columns = match.match(kind, head, remembered);
        long above =
                head.stream().filter(line -> line.number() <= columns.header()).count();
        return new Inspection(name, columns, (int) (count[0] - above));
    }
}
