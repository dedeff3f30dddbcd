package io.zhijian.semantics.check;

import java.util.List;
import java.util.Random;

/** Fits the weighted sums to labelled texts: logistic loss, AdaGrad, fixed seed, so that the same texts give the same weights. */
final class Training {

    private static final int ROUNDS = 40;
    private static final double STEP = 0.15;

    private final Linear linear;
    private final List<Features.Vector> vectors;
    private final double decay;

    Training(Linear linear, List<Features.Vector> vectors, double decay) {
        this.linear = linear;
        this.vectors = vectors;
        this.decay = decay;
    }

    /**
     * Fits one answer.
     *
     * @param truth +1 yes, -1 no, 0 not to be learned from
     * @param weight what each text counts
     */
    void fit(int answer, byte[] truth, double[] weight) {
        float[] w = linear.weights(answer);
        double[] squares = new double[w.length];
        java.util.Arrays.fill(squares, 1e-2);
        int[] order = new int[vectors.size()];
        java.util.Arrays.setAll(order, i -> i);
        Random random = new Random(answer);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int i : order) {
                if (truth[i] != 0) {
                    step(answer, w, squares, vectors.get(i), truth[i], weight[i]);
                }
            }
        }
    }

    private void step(int answer, float[] w, double[] squares, Features.Vector vector, int truth, double weight) {
        double error = weight * truth * (1 - Linear.chance(truth * linear.score(answer, vector)));
        float[] dense = vector.dense();
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0) {
                move(w, squares, i, error * dense[i]);
            }
        }
        for (int place : vector.sparse()) {
            move(w, squares, dense.length + place, error * vector.weight());
        }
        move(w, squares, w.length - 1, error);
    }

    private void move(float[] w, double[] squares, int i, double gradient) {
        double g = gradient - decay * w[i];
        squares[i] += g * g;
        w[i] += (float) (STEP * g / Math.sqrt(squares[i]));
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
