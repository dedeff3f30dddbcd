package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.likeness.LabelledOverlap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well overlaps are found: by rank, by the mark "likely", and by silence where there is nothing. */
final class OverlapScore {

    private static final int TOP = 10;

    private final Share recall = new Share();
    private final Share f1 = new Share();
    private final Share silent = new Share();

    /** An app that was found, best first. */
    record Hit(String id, boolean likely) {}

    void add(LabelledOverlap truth, List<Hit> hits) {
        Set<String> overlapping = truth.overlapping();
        if (!overlapping.isEmpty()) {
            long found = hits.stream()
                    .limit(TOP)
                    .filter(hit -> overlapping.contains(hit.id()))
                    .count();
            recall.add(found, Math.min(TOP, overlapping.size()));
        }
        Set<String> likely = new HashSet<>();
        hits.stream().filter(Hit::likely).forEach(hit -> likely.add(hit.id()));
        long both = likely.stream().filter(overlapping::contains).count();
        f1.add(2.0 * both, likely.size() + overlapping.size());
        if (overlapping.isEmpty()) {
            silent.add(likely.isEmpty() ? 1 : 0, 1);
        }
    }

    double likelyF1() {
        return f1.value();
    }

    static String head() {
        return "| Set | Way | Recall@10 | F1 of \"likely\" | Unrelated proposals with nothing likely |\n|---|---|---|---|---|";
    }

    String row(String set, String way) {
        return "| %s | %s | %s | %s | %s |".formatted(set, way, recall, f1, silent);
    }
}
