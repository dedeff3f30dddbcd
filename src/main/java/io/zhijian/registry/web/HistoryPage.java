package io.zhijian.registry.web;

import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectVersion;
import io.zhijian.registry.entry.Change;
import java.util.ArrayList;
import java.util.List;

/** Every version of an entry with what it changed, newest first. */
public record HistoryPage(Subject subject, List<SubjectVersion> versions, Shown shown) {

    /** A version and its differences from the one before; the first one has none. */
    public record Row(SubjectVersion version, List<Change> changes, boolean first) {}

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            SubjectVersion version = versions.get(i);
            boolean first = i == versions.size() - 1;
            List<Change> changes = first
                    ? List.of()
                    : Change.between(subject.kind().shape(), versions.get(i + 1).entry(), version.entry());
            rows.add(new Row(version, changes, first));
        }
        return rows;
    }
}
