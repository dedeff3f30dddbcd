package io.zhijian.rules.web;

import io.zhijian.base.Texts;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingMove;
import io.zhijian.rules.book.Regulation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding: what was found, why, by which clause, what to do, and what became of it.
 *
 * @param subjectHref the subject's page, if its module shows one
 * @param mendHref the step of the entry to mend, for those who may
 * @param condition empty where the rule as it then stood can no longer be taken apart
 * @param changedSince whether the rule reads otherwise today
 */
public record FindingPage(
        Finding finding,
        @Nullable String subjectHref,
        @Nullable String mendHref,
        List<Fact> facts,
        List<ConditionWords.Line> condition,
        Regulation regulation,
        Regulation.@Nullable Article article,
        boolean changedSince,
        List<Finding.Event> events,
        boolean mayDecide,
        Decision decision) {

    /** A fact the finding rests on. */
    public record Fact(String label, String value, boolean unknown) {}

    /** What a decider has typed, and why it was refused, if it was. */
    public record Decision(String move, String reason, String basis, String until, String problem) {

        static final Decision NONE = new Decision("", "", "", "", "");
    }

    /** The decisions that may be taken from here. */
    public List<FindingMove> moves() {
        return mayDecide
                ? Arrays.stream(FindingMove.values())
                        .filter(move -> move.who() == FindingMove.Who.DECIDER && move.startsAt(finding.state()))
                        .toList()
                : List.of();
    }

    /** A decision has its decider; what the rules did has the person whose entry they followed, or nobody. */
    public String who(Finding.Event event) {
        if (!event.byPerson()) {
            return Texts.t("rules.by-system");
        }
        return event.move().who() == FindingMove.Who.DECIDER
                ? event.actor()
                : Texts.t("rules.after-entry", event.actor());
    }

    public boolean asksBasis(FindingMove move) {
        return move == FindingMove.EXEMPT;
    }

    public boolean typed(FindingMove move) {
        return decision.move().equals(move.code());
    }

    public String articleHref() {
        return "/rulebook/" + regulation.id() + "/" + finding.rule().basis().article();
    }
}
