package io.zhijian.registry.nearest.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppStep;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.nearest.Candidate;
import io.zhijian.registry.nearest.Nearest;
import io.zhijian.registry.nearest.NearestApps;
import io.zhijian.registry.nearest.Seeker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apps like the one being typed.
 *
 * @param address where it is asked again
 * @param found null where nobody has asked yet
 */
public record Typing(
        String address, boolean saysEnough, @Nullable Nearest found) {

    private static final int FEW = 5;
    private static final int WORDS = 6;

    /** Whether like apps are shown on a step: where name, purpose and functions are typed. */
    public static boolean on(Draft draft, Step step) {
        return draft.kind() == SubjectKind.APP && (step == AppStep.IDENTITY || step == AppStep.FUNCTIONS);
    }

    /** Not asked yet. */
    public static Typing unasked(Draft draft, Step step) {
        return new Typing(draft.base() + "nearest?step=" + step.path(), true, null);
    }

    /** Asks. */
    public static Typing of(Draft draft, Step step, Entry entry, NearestApps nearest, Units units) {
        Unit host = entry.host() == null ? null : units.find(entry.host()).orElse(null);
        Seeker seeker = Seeker.of(draft.subject(), entry, host);
        return new Typing(unasked(draft, step).address(), seeker.saysEnough(), nearest.quickly(seeker, FEW));
    }

    public boolean preparing() {
        return found != null && !found.whole();
    }

    public List<Candidate> candidates() {
        return found == null ? List.of() : found.candidates();
    }

    /** Words that both use. */
    public static String shared(Candidate candidate) {
        return String.join(
                t("registry.list-comma"),
                candidate.likeness().shared().stream().limit(WORDS).toList());
    }
}
