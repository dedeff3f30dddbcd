package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.check.Checked;
import io.zhijian.semantics.check.LabelledText;
import io.zhijian.semantics.check.Verdict;
import java.util.HashSet;
import java.util.Set;

/** How well verdicts and articles agree with people's; texts on which people were not sure do not count. */
final class TextScore {

    private final Share right = new Share();
    private final Share unsure = new Share();
    private final Share articles = new Share();
    private final Share caught = new Share();
    private final Share cleared = new Share();

    void add(LabelledText truth, Checked checked) {
        if (!truth.firm() || truth.verdict() == Verdict.UNSURE) {
            return;
        }
        boolean violation = truth.verdict() == Verdict.VIOLATION;
        boolean asks = checked.verdict() == Verdict.UNSURE;
        boolean suspects = checked.verdict() == Verdict.VIOLATION;
        unsure.add(asks ? 1 : 0, 1);
        if (!asks) {
            right.add(violation == suspects ? 1 : 0, 1);
        }
        (violation ? caught : cleared).add(!asks && violation == suspects ? 1 : 0, 1);
        Set<Integer> broken = violation ? new HashSet<>(truth.articles()) : Set.of();
        Set<Integer> said = new HashSet<>();
        if (suspects || asks && violation) {
            checked.breaches().forEach(breach -> said.add(breach.article()));
        }
        long both = said.stream().filter(broken::contains).count();
        articles.add(2.0 * both, said.size() + broken.size());
    }

    static String head() {
        return """
                | Set | Way | Right where sure | Unsure | Articles, micro-F1 | Violations caught | Others cleared |
                |---|---|---|---|---|---|---|""";
    }

    String row(String set, String way) {
        return "| %s | %s | %s | %s | %s | %s | %s |".formatted(set, way, right, unsure, articles, caught, cleared);
    }
}
