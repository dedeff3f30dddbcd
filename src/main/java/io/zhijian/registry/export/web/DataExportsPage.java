package io.zhijian.registry.export.web;

import io.zhijian.registry.Subject;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.export.DataExport;
import io.zhijian.registry.export.Purpose;
import java.util.List;
import java.util.Map;

/**
 * What left an app, and asking for more to leave.
 *
 * @param mayAsk whether the reader keeps the app's entry
 * @param mayTell whether the reader may tell that data were used for an appraisal, or no longer are
 * @param typed what was typed before
 * @param refused words of a refusal, or empty
 */
public record DataExportsPage(
        Subject subject,
        List<DataExport> exports,
        List<Purpose> purposes,
        boolean mayAsk,
        boolean mayTell,
        Map<String, String> typed,
        String refused) {

    public String action() {
        return subject.href() + "/data-exports";
    }

    /** Names of the data the entry declares. */
    public List<String> declared() {
        return subject.entry() instanceof AppEntry app
                ? app.data().stream()
                        .map(AppEntry.DataSet::name)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
    }

    /** Whether what came out has not been put right yet. */
    public boolean used() {
        return exports.stream()
                .map(DataExport::state)
                .filter(state -> state == DataExport.State.FOUND || state == DataExport.State.STOPPED)
                .findFirst()
                .filter(state -> state == DataExport.State.FOUND)
                .isPresent();
    }

    public String purpose(DataExport export) {
        return purposes.stream()
                .filter(purpose -> purpose.id().equals(export.purpose()))
                .findFirst()
                .map(Purpose::words)
                .orElse("");
    }

    public String value(String key) {
        return typed.getOrDefault(key, "");
    }
}
