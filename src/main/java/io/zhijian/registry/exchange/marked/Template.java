package io.zhijian.registry.exchange.marked;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty sheet with the headings of a kind; what may stand under each is told above it, where nothing is read. */
public final class Template {

    private static final Set<Kind> LEFT_OUT = Set.of(Kind.CHECK, Kind.HASH);

    private Template() {}

    public static List<Field> fields(SubjectKind kind) {
        return kind.shape().fields().stream()
                .filter(field -> !LEFT_OUT.contains(field.kind()))
                .toList();
    }

    public static void write(SubjectKind kind, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Zhijian", "1.0");
        Worksheet sheet = book.newWorksheet(t(kind.textKey()));
        List<Field> fields = fields(kind);
        for (int column = 0; column < fields.size(); column++) {
            Field field = fields.get(column);
            sheet.value(0, column, hint(field));
            sheet.value(1, column, t(field.textKey()));
            sheet.width(column, 22);
        }
        sheet.range(0, 0, 0, fields.size() - 1)
                .style()
                .wrapText(true)
                .fontColor("5B6675")
                .verticalAlignment("top")
                .set();
        sheet.range(1, 0, 1, fields.size() - 1)
                .style()
                .bold()
                .fillColor("EEF2F8")
                .set();
        sheet.freezePane(1, 2);
        book.finish();
    }

    private static String hint(Field field) {
        String must = field.isName() ? t("exchange.template.must") : "";
        Options options = field.options();
        if (options != null) {
            return must
                    + t(
                            "exchange.template.choice",
                            options.names().stream().map(options::words).collect(Collectors.joining("、")));
        }
        return must
                + switch (field.kind()) {
                    case ANSWER -> t("exchange.template.answer");
                    case DATE -> t("exchange.template.date");
                    case NUMBER -> t("exchange.template.number");
                    case UNIT -> field.isHost() ? t("exchange.template.host") : t("exchange.template.units");
                    default ->
                        field.group().isPresent()
                                ? t("exchange.template.many", field.max())
                                : t("exchange.template.text", field.max());
                };
    }
}
