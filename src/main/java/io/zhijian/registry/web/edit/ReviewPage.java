package io.zhijian.registry.web.edit;

import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.entry.Change;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.web.Shown;
import java.util.List;

/**
 * The last step: what will change, what is still wrong, what becomes of findings.
 *
 * @param behind whether somebody else has handed in a newer version meanwhile
 * @param refused words of a refusal, or empty
 */
public record ReviewPage(
        Draft draft,
        String title,
        List<Change> changes,
        List<Problem> problems,
        Preview preview,
        int toComplete,
        boolean behind,
        Shown shown,
        String reason,
        String refused) {

    public List<Problem> blocking() {
        return problems.stream().filter(Problem::blocks).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.blocks()).toList();
    }

    public boolean ready() {
        return blocking().isEmpty() && !behind && !changes.isEmpty();
    }

    public List<Step> steps() {
        return draft.shape().steps();
    }

    /** The step before this one: the last that must be walked through. */
    public String back() {
        return base()
                + steps().stream()
                        .filter(step -> !step.mayBeSkipped())
                        .toList()
                        .getLast()
                        .path();
    }

    public String base() {
        return draft.base();
    }

    public String href(Problem problem) {
        return base() + problem.field().step().path() + "#" + problem.anchor();
    }
}
