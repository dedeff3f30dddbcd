package io.zhijian.registry.entry;

import java.util.ArrayList;
import java.util.List;

/** What an entry must not say against itself, and the little without which it cannot be handed in. */
final class EntryCheck {

    private EntryCheck() {}

    static List<Problem> check(Entry entry) {
        List<Problem> problems = new ArrayList<>();
        if (entry.name().isEmpty()) {
            problems.add(refusal(Field.NAME, "required"));
        }
        if (entry.host() == null) {
            problems.add(refusal(Field.HOST, "required"));
        }
        no(entry.usersNamed(), !entry.users().isEmpty(), Field.USERS_NAMED, problems);
        no(entry.ideology().assigned(), !entry.ideology().name().isEmpty(), Field.IDEOLOGY, problems);
        no(entry.security().assigned(), !entry.security().name().isEmpty(), Field.SECURITY, problems);
        no(entry.norm().exists(), !entry.norm().versions().isEmpty(), Field.NORM_EXISTS, problems);
        no(entry.icp().filed(), !entry.icp().number().isEmpty(), Field.ICP_FILED, problems);
        no(entry.gov().filed(), !entry.gov().number().isEmpty(), Field.GOV_FILED, problems);
        norms(entry, problems);
        return problems;
    }

    private static void norms(Entry entry, List<Problem> problems) {
        List<Entry.NormVersion> versions = entry.norm().versions();
        for (int row = 0; row < versions.size(); row++) {
            Entry.NormVersion version = versions.get(row);
            without(version.withoutTargetUsers(), version.targetUsers(), Field.NORM_TARGET_USERS, row, problems);
            without(version.withoutScenes(), version.scenes(), Field.NORM_SCENES, row, problems);
            without(version.withoutRequirements(), version.requirements(), Field.NORM_REQUIREMENTS, row, problems);
        }
    }

    private static void without(boolean absent, String text, Field field, int row, List<Problem> problems) {
        if (absent && !text.isEmpty()) {
            problems.add(Problem.refusal(field.key(row), field, "contradiction-text", ""));
        }
    }

    private static void no(Answer answer, boolean entered, Field field, List<Problem> problems) {
        if (answer == Answer.NO && entered) {
            problems.add(refusal(field, "contradiction"));
        }
    }

    private static Problem refusal(Field field, String code) {
        return Problem.refusal(field.key(), field, code, "");
    }
}
