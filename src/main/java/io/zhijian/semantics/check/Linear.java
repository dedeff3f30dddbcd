package io.zhijian.semantics.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Weighted sums of features, one per answer: small, quick, and every weight can be looked at. */
final class Linear {

    private final int answers;
    private final int dense;
    private final float[][] weights;

    Linear(int answers, int dense, int sparse) {
        this.answers = answers;
        this.dense = dense;
        this.weights = new float[answers][dense + sparse + 1];
    }

    int dense() {
        return dense;
    }

    float[] weights(int answer) {
        return weights[answer];
    }

    double score(int answer, Features.Vector vector) {
        float[] w = weights[answer];
        double sum = w[w.length - 1];
        float[] values = vector.dense();
        for (int i = 0; i < dense; i++) {
            sum += w[i] * values[i];
        }
        int[] places = vector.sparse().places();
        float[] strings = vector.sparse().values();
        for (int i = 0; i < places.length; i++) {
            sum += w[dense + places[i]] * strings[i];
        }
        return sum;
    }

    double[] scores(Features.Vector vector) {
        double[] scores = new double[answers];
        for (int i = 0; i < answers; i++) {
            scores[i] = score(i, vector);
        }
        return scores;
    }

    /** Adds so much of a text's features to weights. */
    static void add(float[] weights, Features.Vector vector, float times) {
        float[] values = vector.dense();
        for (int i = 0; i < values.length; i++) {
            weights[i] += times * values[i];
        }
        int[] places = vector.sparse().places();
        float[] strings = vector.sparse().values();
        for (int i = 0; i < places.length; i++) {
            weights[values.length + places[i]] += times * strings[i];
        }
        weights[weights.length - 1] += times;
    }

    /** The chances of answers of which one is right, from their scores. */
    static double[] softmax(double[] scores, int count) {
        double[] chances = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            chances[i] = Math.exp(Math.clamp(scores[i], -20, 20));
            sum += chances[i];
        }
        for (int i = 0; i < count; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    static double chance(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    void write(DataOutputStream out) throws IOException {
        for (float[] row : weights) {
            for (float weight : row) {
                out.writeShort(Float.floatToFloat16(weight));
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        for (float[] row : weights) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Float.float16ToFloat(in.readShort());
            }
        }
    }
}
