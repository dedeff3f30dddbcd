package io.zhijian.registry.nearest;

import java.util.List;

/**
 * The apps like one that its reader may see.
 *
 * @param percent how much of the register was compared; the rest is still being prepared
 * @param candidates nearest first
 */
public record Nearest(int percent, List<Candidate> candidates) {

    /** Whether the whole register was compared. */
    public boolean whole() {
        return percent >= 100;
    }

    public List<Candidate> of(Use use) {
        return candidates.stream().filter(candidate -> candidate.use() == use).toList();
    }
}
