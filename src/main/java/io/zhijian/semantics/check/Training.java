package io.zhijian.semantics.check;

import java.util.List;

/**
 * Fits weighted sums to labelled texts: logistic loss with large weights held down, by accelerated descent over all texts at
 * once, so that the same texts give the same weights.
 */
final class Training {

    /** What a text's error counts beside the size of the weights; chosen by cross-validation. */
    private static final double ERROR = 0.5;

    private static final int STEPS = 300;

    private final Linear linear;
    private final List<Features.Vector> vectors;
    private final double[] weight;
    private final double steepest;

    /**
     * @param weight what each text counts
     */
    Training(Linear linear, List<Features.Vector> vectors, double[] weight) {
        this.linear = linear;
        this.vectors = vectors;
        this.weight = weight;
        this.steepest = steepest();
    }

    /** What is left to explain of one text, from the scores of the answers fitted together. */
    private interface Rest {
        /** Turns scores into what is left. */
        void of(int text, double[] scores);
    }

    /**
     * Fits one answer.
     *
     * @param truth +1 yes, -1 no, 0 not to be learned from
     */
    void fit(int answer, byte[] truth) {
        descend(
                answer,
                1,
                0.25,
                (text, scores) ->
                        scores[0] = truth[text] == 0 ? 0 : (truth[text] > 0 ? 1 : 0) - Linear.chance(scores[0]));
    }

    /**
     * Fits answers of which exactly one is right.
     *
     * @param count the first so many answers
     * @param right which of them
     */
    void fitOneOf(int count, int[] right) {
        descend(0, count, 0.5, (text, scores) -> {
            double[] chances = Linear.softmax(scores, count);
            for (int i = 0; i < count; i++) {
                scores[i] = (right[text] == i ? 1 : 0) - chances[i];
            }
        });
    }

    private void descend(int first, int count, double bend, Rest rest) {
        double steep = 1 + ERROR * bend * steepest;
        float rate = (float) (1 / steep);
        float push = (float) ((Math.sqrt(steep) - 1) / (Math.sqrt(steep) + 1));
        int size = linear.weights(first).length;
        float[][] before = new float[count][size];
        for (int step = 0; step < STEPS; step++) {
            float[][] ahead = new float[count][];
            for (int k = 0; k < count; k++) {
                float[] w = linear.weights(first + k);
                ahead[k] = w.clone();
                for (int i = 0; i < size; i++) {
                    ahead[k][i] += push * (w[i] - before[k][i]);
                }
                System.arraycopy(w, 0, before[k], 0, size);
                System.arraycopy(ahead[k], 0, w, 0, size);
            }
            float[][] slope = slope(first, count, rest);
            for (int k = 0; k < count; k++) {
                float[] w = linear.weights(first + k);
                for (int i = 0; i < size; i++) {
                    w[i] = ahead[k][i] + rate * (slope[k][i] - (i == size - 1 ? 0 : ahead[k][i]));
                }
            }
        }
    }

    private float[][] slope(int first, int count, Rest rest) {
        float[][] slope = new float[count][linear.weights(first).length];
        double[] scores = new double[count];
        for (int n = 0; n < vectors.size(); n++) {
            Features.Vector vector = vectors.get(n);
            for (int k = 0; k < count; k++) {
                scores[k] = linear.score(first + k, vector);
            }
            rest.of(n, scores);
            for (int k = 0; k < count; k++) {
                Linear.add(slope[k], vector, (float) (ERROR * weight[n] * scores[k]));
            }
        }
        return slope;
    }

    /** The largest stretch of the texts' vectors, by power iteration: how long a step may be. */
    private double steepest() {
        Linear probe = new Linear(1, linear.dense(), linear.weights(0).length - linear.dense() - 1);
        float[] w = probe.weights(0);
        java.util.Arrays.fill(w, 1);
        double stretch = 1;
        for (int round = 0; round < 30; round++) {
            float[] next = new float[w.length];
            for (Features.Vector vector : vectors) {
                Linear.add(next, vector, (float) probe.score(0, vector));
            }
            double squares = 0;
            for (float number : next) {
                squares += (double) number * number;
            }
            stretch = Math.sqrt(squares);
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (next[i] / stretch);
            }
        }
        return stretch * 1.05;
    }
}
