package io.zhijian.registry.web;

import io.zhijian.registry.App;
import io.zhijian.registry.AppVersion;
import io.zhijian.registry.entry.Change;
import java.util.ArrayList;
import java.util.List;

/** Every version of an entry with what it changed, newest first. */
public record HistoryPage(App app, List<AppVersion> versions, Shown shown) {

    /** A version and its differences from the one before; the first one has none. */
    public record Row(AppVersion version, List<Change> changes, boolean first) {}

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            AppVersion version = versions.get(i);
            boolean first = i == versions.size() - 1;
            List<Change> changes =
                    first ? List.of() : Change.between(versions.get(i + 1).entry(), version.entry());
            rows.add(new Row(version, changes, first));
        }
        return rows;
    }
}
