package io.zhijian.registry.web;

import io.zhijian.registry.App;
import io.zhijian.registry.Stage;
import io.zhijian.registry.entry.PlainText;
import java.util.Arrays;
import java.util.List;

/**
 * Setting an app to the stage it is truly at.
 *
 * @param problem code of what is wrong with what was typed, or empty
 */
public record StagePage(App app, String to, String reason, String problem) {

    /** Longest reason, in characters. */
    public static final int REASON = 500;

    public List<Stage> others() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage != app.stage())
                .toList();
    }

    static String problem(String to, String reason) {
        if (Arrays.stream(Stage.values()).noneMatch(stage -> stage.name().equals(to))) {
            return "stage-missing";
        }
        if (reason.isBlank()) {
            return "reason-missing";
        }
        return PlainText.fits(reason, REASON) ? "" : "reason-unfit";
    }
}
