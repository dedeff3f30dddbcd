package io.zhijian.semantics.check;

import io.zhijian.semantics.Embedder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts learned from, kept as meaning and strings: what people said of those nearest to a new text is one more thing to weigh. */
final class Neighbours {

    private static final int NEAREST = 5;

    /** What likeness in strings counts beside likeness in meaning; chosen by cross-validation, as the number above. */
    private static final double STRINGS = 2.25;

    /** No text is left out. */
    static final int NONE = -1;

    private final List<Neighbour> all;

    Neighbours(List<Neighbour> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A text learned from.
     *
     * @param answers what people said of it, as bits in the order of the model's answers
     */
    record Neighbour(float[] meaning, Sparse grams, int answers) {}

    /**
     * What share of the nearest gives each answer, the nearer the more.
     *
     * @param except a text that must not speak for itself while it is learned from, or {@link #NONE}
     */
    float[] votes(float[] meaning, Sparse grams, int answers, int except) {
        int[] nearest = new int[NEAREST];
        double[] likeness = new double[NEAREST];
        for (int i = 0; i < all.size(); i++) {
            if (i != except) {
                Neighbour one = all.get(i);
                double like = Embedder.cosine(one.meaning(), meaning)
                        + STRINGS * one.grams().dot(grams);
                insert(nearest, likeness, i, like);
            }
        }
        float[] votes = new float[answers];
        double sum = 1e-9;
        for (int n = 0; n < NEAREST; n++) {
            double weight = likeness[n] * likeness[n];
            sum += weight;
            for (int answer = 0; answer < answers && weight > 0; answer++) {
                votes[answer] += (all.get(nearest[n]).answers() >> answer & 1) * (float) weight;
            }
        }
        for (int answer = 0; answer < answers; answer++) {
            votes[answer] /= (float) sum;
        }
        return votes;
    }

    private static void insert(int[] nearest, double[] likeness, int one, double like) {
        int at = NEAREST;
        while (at > 0 && like > likeness[at - 1]) {
            at--;
            if (at + 1 < NEAREST) {
                nearest[at + 1] = nearest[at];
                likeness[at + 1] = likeness[at];
            }
        }
        if (at < NEAREST) {
            nearest[at] = one;
            likeness[at] = like;
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(all.size());
        for (Neighbour one : all) {
            out.writeInt(one.answers());
            for (float number : one.meaning()) {
                out.writeShort(Float.floatToFloat16(number));
            }
            one.grams().write(out);
        }
    }

    static Neighbours read(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Neighbour> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int answers = in.readInt();
            float[] meaning = new float[Embedder.DIMENSION];
            for (int k = 0; k < meaning.length; k++) {
                meaning[k] = Float.float16ToFloat(in.readShort());
            }
            all.add(new Neighbour(meaning, Sparse.read(in), answers));
        }
        return new Neighbours(all);
    }
}
