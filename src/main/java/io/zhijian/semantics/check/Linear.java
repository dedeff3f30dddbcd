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

    int answers() {
        return answers;
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
        for (int place : vector.sparse()) {
            sum += w[dense + place] * vector.weight();
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
