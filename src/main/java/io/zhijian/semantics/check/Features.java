package io.zhijian.semantics.check;

import io.zhijian.semantics.Embedder;
import java.util.HashMap;
import java.util.Map;

/** What the model sees of a text: its meaning as a vector, the cues with their tone, its strings, and what was said of its neighbours. */
final class Features {

    // how much each weighs beside the others; chosen by cross-validation
    private static final float MEANING = 6f;
    private static final float CUES = 0.5f;
    private static final float VOTES = 2f;
    private static final float STRINGS = 8f;

    /** A longer text's meaning is that of its beginning; in characters. */
    private static final int READ = 500;

    private final Cues cues;
    private final Grams grams;
    private final Neighbours neighbours;
    private final int answers;

    Features(Cues cues, Grams grams, Neighbours neighbours, int answers) {
        this.cues = cues;
        this.grams = grams;
        this.neighbours = neighbours;
        this.answers = answers;
    }

    /**
     * One text as numbers.
     *
     * @param dense meaning, votes and cues
     * @param sparse strings
     */
    record Vector(float[] dense, Sparse sparse) {}

    int denseSize() {
        return Embedder.DIMENSION
                + answers
                + cues.bans().size() * 3
                + cues.tones().size() * 2
                + 3;
    }

    int sparseSize() {
        return grams.size();
    }

    static float[] meaning(String text) {
        return Embedder.embed(text.length() > READ ? text.substring(0, READ) : text);
    }

    Vector of(String text) {
        return of(text, meaning(text), grams.of(text), Neighbours.NONE);
    }

    /**
     * A text whose meaning and strings are known already.
     *
     * @param except its own place among the neighbours
     */
    Vector of(String text, float[] meaning, Sparse strings, int except) {
        float[] dense = new float[denseSize()];
        for (int i = 0; i < meaning.length; i++) {
            dense[i] = meaning[i] * MEANING;
        }
        float[] votes = neighbours.votes(meaning, strings, answers, except);
        for (int i = 0; i < answers; i++) {
            dense[meaning.length + i] = votes[i] * VOTES;
        }
        addCues(text, dense, meaning.length + answers);
        return new Vector(dense, strings.times(STRINGS));
    }

    private void addCues(String text, float[] dense, int from) {
        int at = from;
        Map<String, Integer> place = new HashMap<>();
        for (Cue ban : cues.bans()) {
            place.put(ban.id(), at);
            at += 3;
        }
        boolean burden = false;
        boolean lifted = false;
        for (Cues.Hit hit : cues.hits(text)) {
            int base = place.getOrDefault(hit.cue().id(), from);
            int which = hit.lifted() ? 1 : hit.free() ? 2 : 0;
            dense[base + which] = CUES;
            burden |= which == 0;
            lifted |= which == 1;
        }
        for (Cue tone : cues.tones()) {
            boolean found = tone.pattern().matcher(text).find();
            dense[at++] = found ? CUES : 0;
            dense[at++] = found && burden ? CUES : 0;
        }
        dense[at++] = burden ? CUES : 0;
        dense[at++] = lifted ? CUES : 0;
        dense[at] = burden && lifted ? CUES : 0;
    }
}
