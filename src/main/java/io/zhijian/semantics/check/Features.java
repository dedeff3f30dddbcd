package io.zhijian.semantics.check;

import io.zhijian.semantics.Embedder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the model sees of a text: its meaning as a vector, the cues with their tone, and its short strings of characters. */
final class Features {

    /** How much the vector of meaning weighs beside cues and strings; chosen by cross-validation. */
    private static final float MEANING = 4f;

    private static final float STRINGS = 2.5f;

    private final Cues cues;
    private final Map<String, Integer> strings;

    /**
     * @param strings the known strings of two and three characters, with their places
     */
    Features(Cues cues, Map<String, Integer> strings) {
        this.cues = cues;
        this.strings = strings;
    }

    /**
     * One text as numbers.
     *
     * @param dense meaning and cues
     * @param sparse the places of the known strings that occur
     * @param weight what each of those counts
     */
    record Vector(float[] dense, int[] sparse, float weight) {}

    int denseSize() {
        return Embedder.DIMENSION + cues.bans().size() * 3 + cues.tones().size() * 2 + 3;
    }

    int sparseSize() {
        return strings.size();
    }

    Vector of(String text) {
        float[] dense = new float[denseSize()];
        float[] meaning = Embedder.embed(text.length() > 500 ? text.substring(0, 500) : text);
        for (int i = 0; i < meaning.length; i++) {
            dense[i] = meaning[i] * MEANING;
        }
        addCues(text, dense);
        int[] found = strings(text).stream()
                .map(strings::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
        return new Vector(dense, found, STRINGS / (float) Math.sqrt(Math.max(1, found.length)));
    }

    private void addCues(String text, float[] dense) {
        int at = Embedder.DIMENSION;
        Map<String, Integer> place = new HashMap<>();
        for (Cue ban : cues.bans()) {
            place.put(ban.id(), at);
            at += 3;
        }
        boolean burden = false;
        boolean lifted = false;
        for (Cues.Hit hit : cues.hits(text)) {
            int base = place.getOrDefault(hit.cue().id(), 0);
            int which = hit.lifted() ? 1 : hit.free() ? 2 : 0;
            dense[base + which] = 1;
            burden |= which == 0;
            lifted |= which == 1;
        }
        for (Cue tone : cues.tones()) {
            boolean found = tone.pattern().matcher(text).find();
            dense[at++] = found ? 1 : 0;
            dense[at++] = found && burden ? 1 : 0;
        }
        dense[at++] = burden ? 1 : 0;
        dense[at++] = lifted ? 1 : 0;
        dense[at] = burden && lifted ? 1 : 0;
    }

    /** The strings of two and three characters of a text, without blanks and punctuation. */
    static List<String> strings(String text) {
        List<String> strings = new ArrayList<>();
        char[] run = text.toCharArray();
        for (int i = 0; i < run.length; i++) {
            for (int length = 2; length <= 3 && i + length <= run.length; length++) {
                if (isWord(run, i, length)) {
                    strings.add(new String(run, i, length));
                }
            }
        }
        return strings;
    }

    private static boolean isWord(char[] run, int from, int length) {
        return Arrays.stream(indices(from, length)).allMatch(i -> Character.isLetterOrDigit(run[i]));
    }

    private static int[] indices(int from, int length) {
        int[] indices = new int[length];
        for (int i = 0; i < length; i++) {
            indices[i] = from + i;
        }
        return indices;
    }
}
