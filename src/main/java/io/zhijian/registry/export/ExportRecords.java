package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which list left, how long it was and for what; before the first row leaves, so that nothing is missed. */
@Service
class ExportRecords {

    private static final UUID NONE = new UUID(0, 0);
    private static final SubjectRef LIST = new SubjectRef("list", NONE);
    private static final Jurisdiction COUNTRY = new Jurisdiction(NONE, "/", "000000000000", null);

    private final Ledger ledger;

    ExportRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public void list(ListExport.Order order, List<String> could, @Nullable Purpose purpose, long rows) {
        Map<String, String> details = details(order, could, purpose);
        details.put("rows", Long.toString(rows));
        write("list.exported", order, details);
    }

    /** An attempt that was refused is worth knowing. */
    @Transactional
    public void refusedList(ListExport.Order order, List<String> could, Purpose purpose) {
        write("list.export-refused", order, details(order, could, purpose));
    }

    private static Map<String, String> details(ListExport.Order order, List<String> could, @Nullable Purpose purpose) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", t(order.query().kind().textKey()));
        details.put("filter", order.query().address(""));
        details.put("extent", order.extent().name().toLowerCase(Locale.ROOT));
        details.put("format", order.extension());
        if (purpose != null) {
            details.put("could-rank", String.join(",", could));
            details.put("purpose", purpose.id());
        }
        return details;
    }

    private void write(String action, ListExport.Order order, Map<String, String> details) {
        ledger.write(
                action,
                LIST,
                Actor.current().homeUnit().orElse(COUNTRY),
                order.why().strip(),
                details);
    }
}
