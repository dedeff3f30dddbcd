package io.zhijian.registry.web;

import io.zhijian.registry.Subject;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.life.Stage;
import java.util.List;

/**
 * Setting a subject to the stage it is truly at.
 *
 * @param problem code of what is wrong with what was typed, or empty
 */
public record StagePage(Subject subject, String to, String reason, String problem) {

    /** Longest reason, in characters. */
    public static final int REASON = 500;

    public List<Stage> others() {
        return subject.kind().stages().stream()
                .filter(stage -> stage != subject.stage())
                .toList();
    }

    /** What people would lose if it ended. */
    public List<String> serves() {
        return Serves.of(subject);
    }

    static String problem(Subject subject, String to, String reason) {
        if (subject.kind().stages().stream().noneMatch(stage -> stage.name().equals(to))) {
            return "stage-missing";
        }
        if (reason.isBlank()) {
            return "reason-missing";
        }
        return PlainText.fits(reason, REASON) ? "" : "reason-unfit";
    }
}
