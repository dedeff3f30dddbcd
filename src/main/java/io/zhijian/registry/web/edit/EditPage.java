package io.zhijian.registry.web.edit;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.nearest.web.Typing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of filling in an entry.
 *
 * @param problems what is told on top
 * @param displayText on the step of that name: what the first page must show
 * @param near apps like the one being typed, on the steps that tell what it is
 */
public record EditPage(
        Draft draft,
        String title,
        Step step,
        List<Block> blocks,
        List<Problem> problems,
        String displayText,
        @Nullable Typing near) {

    public String action() {
        return draft.base() + step.path();
    }

    public List<Step> steps() {
        return draft.shape().steps();
    }

    public List<Problem> blocking() {
        return problems.stream().filter(Problem::blocks).toList();
    }

    public String saved() {
        return draft.updatedAt() == null ? "" : t("registry.edit.saved", Texts.time(draft.updatedAt()));
    }

    public int number() {
        return step.ordinal() + 1;
    }

    /** All steps and the review. */
    public int last() {
        return steps().size() + 1;
    }
}
