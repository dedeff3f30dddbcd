package io.zhijian.registry.app;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Problem;
import java.util.ArrayList;
import java.util.List;

/** What an app's entry must not say against itself. */
final class AppCheck {

    private AppCheck() {}

    static List<Problem> check(AppEntry entry) {
        List<Problem> problems = new ArrayList<>();
        no(entry.usersNamed(), !entry.users().isEmpty(), AppField.USERS_NAMED, problems);
        no(entry.ideology().assigned(), !entry.ideology().name().isEmpty(), AppField.IDEOLOGY, problems);
        no(entry.security().assigned(), !entry.security().name().isEmpty(), AppField.SECURITY, problems);
        no(entry.norm().exists(), !entry.norm().versions().isEmpty(), AppField.NORM_EXISTS, problems);
        no(entry.icp().filed(), !entry.icp().number().isEmpty(), AppField.ICP_FILED, problems);
        no(entry.gov().filed(), !entry.gov().number().isEmpty(), AppField.GOV_FILED, problems);
        norms(entry, problems);
        return problems;
    }

    private static void norms(AppEntry entry, List<Problem> problems) {
        List<AppEntry.NormVersion> versions = entry.norm().versions();
        for (int row = 0; row < versions.size(); row++) {
            AppEntry.NormVersion version = versions.get(row);
            without(version.withoutTargetUsers(), version.targetUsers(), AppField.NORM_TARGET_USERS, row, problems);
            without(version.withoutScenes(), version.scenes(), AppField.NORM_SCENES, row, problems);
            without(version.withoutRequirements(), version.requirements(), AppField.NORM_REQUIREMENTS, row, problems);
        }
    }

    private static void without(boolean absent, String text, AppField field, int row, List<Problem> problems) {
        if (absent && !text.isEmpty()) {
            problems.add(Problem.refusal(field.key(row), field, "contradiction-text", ""));
        }
    }

    private static void no(Answer answer, boolean entered, AppField field, List<Problem> problems) {
        if (answer == Answer.NO && entered) {
            problems.add(Problem.refusal(field, "contradiction"));
        }
    }
}
