package io.zhijian.semantics.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The chance that two apps overlap, from what they have in common: a logistic sum, fitted to pairs on which people agreed.
 * Kept as a small text file of means, spreads and weights.
 */
final class LikelyModel {

    /** From this chance on an overlap is called likely; where precision and recall meet in cross-validation. */
    static final double LIKELY_FROM = 0.45;

    private static final double DECAY = 5;
    private static final int STEPS = 3_000;

    private final double[] means;
    private final double[] spreads;
    private final double[] weights;

    private LikelyModel(double[] means, double[] spreads, double[] weights) {
        this.means = means;
        this.spreads = spreads;
        this.weights = weights;
    }

    double chance(double[] features) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * (features[i] - means[i]) / spreads[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * Fits the weights by accelerated descent, which always gives the same ones.
     *
     * @param features one row for each pair
     * @param overlaps whether people hold it for an overlap
     */
    static LikelyModel fit(List<double[]> features, List<Boolean> overlaps) {
        int count = features.getFirst().length;
        double[] means = new double[count];
        double[] spreads = new double[count];
        for (int i = 0; i < count; i++) {
            int column = i;
            means[i] =
                    features.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double mean = means[i];
            spreads[i] = Math.sqrt(features.stream()
                            .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                            .average()
                            .orElse(1))
                    + 1e-9;
        }
        LikelyModel model = new LikelyModel(means, spreads, new double[count + 1]);
        model.descend(features, overlaps);
        return model;
    }

    private void descend(List<double[]> features, List<Boolean> overlaps) {
        double[] before = weights.clone();
        double rate = 4.0 / (features.size() * 0.5 * (weights.length + 1));
        for (int step = 0; step < STEPS; step++) {
            double[] ahead = weights.clone();
            double push = step / (step + 3.0);
            for (int i = 0; i < ahead.length; i++) {
                ahead[i] += push * (weights[i] - before[i]);
            }
            System.arraycopy(weights, 0, before, 0, before.length);
            System.arraycopy(ahead, 0, weights, 0, ahead.length);
            double[] gradient = gradient(features, overlaps);
            for (int i = 0; i < ahead.length; i++) {
                weights[i] = ahead[i] + rate * gradient[i];
            }
        }
    }

    private double[] gradient(List<double[]> features, List<Boolean> overlaps) {
        double[] gradient = new double[weights.length];
        for (int n = 0; n < features.size(); n++) {
            double[] row = features.get(n);
            double error = (overlaps.get(n) ? 1 : 0) - chance(row);
            for (int i = 0; i < row.length; i++) {
                gradient[i] += error * (row[i] - means[i]) / spreads[i];
            }
            gradient[row.length] += error;
        }
        for (int i = 0; i < gradient.length - 1; i++) {
            gradient[i] -= DECAY * weights[i];
        }
        return gradient;
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(
                List.of(
                        "# mean, spread and weight of each feature of a pair, then the constant; written by ./zhijian evaluate --learn"));
        for (int i = 0; i < means.length; i++) {
            lines.add("%.6f %.6f %.6f".formatted(means[i], spreads[i], weights[i]));
        }
        lines.add("%.6f".formatted(weights[means.length]));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LikelyModel read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            int count = lines.size() - 1;
            double[] means = new double[count];
            double[] spreads = new double[count];
            double[] weights = new double[count + 1];
            for (int i = 0; i < count; i++) {
                String[] row = lines.get(i).split(" ");
                means[i] = Double.parseDouble(row[0]);
                spreads[i] = Double.parseDouble(row[1]);
                weights[i] = Double.parseDouble(row[2]);
            }
            weights[count] = Double.parseDouble(lines.getLast());
            return new LikelyModel(means, spreads, weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
