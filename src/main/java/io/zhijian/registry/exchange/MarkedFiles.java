package io.zhijian.registry.exchange;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Refusal;
import io.zhijian.registry.exchange.marked.MarkedCopy;
import io.zhijian.registry.exchange.match.Column;
import io.zhijian.registry.exchange.sheet.SheetFile;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportRows;
import io.zhijian.registry.exchange.stage.StageRows;
import io.zhijian.registry.exchange.stage.StagedRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a looked-through sheet back with its wrong cells marked. */
@Service
public class MarkedFiles {

    private final ImportRows imports;
    private final StageRows stage;
    private final TransactionTemplate reading;

    MarkedFiles(ImportRows imports, StageRows stage, PlatformTransactionManager transactions) {
        this.imports = imports;
        this.stage = stage;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public void write(Import checked, OutputStream out) throws IOException {
        Map<Integer, StagedRow> wrong = new HashMap<>();
        byte[] content = reading.execute(status -> {
            stage.forEachWrong(checked.id(), row -> wrong.put(row.number(), row));
            return imports.file(checked.id()).orElseThrow(() -> Refusal.conflict("exchange.moved-on"));
        });
        // the column with an earlier round's words is written anew
        int last = checked.columns().all().stream()
                .filter(column -> !column.heading().equals(t("exchange.problems.heading")))
                .mapToInt(Column::index)
                .max()
                .orElse(0);
        try (TempFile file = TempFile.of(java.util.Objects.requireNonNull(content));
                SheetFile sheets = SheetFile.open(file.path(), checked.format())) {
            new MarkedCopy(wrong, checked.columns().header(), last, t("exchange.problems.heading"))
                    .write(sheets, checked.sheet(), out);
        }
    }
}
