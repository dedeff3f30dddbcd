package io.zhijian.semantics.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A share of two sums over items, with the interval in which 95 % of its bootstrap resamples lie. */
final class Share {

    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    private final List<double[]> items = new ArrayList<>();

    void add(double part, double whole) {
        items.add(new double[] {part, whole});
    }

    /** 0 to 1; 0 where nothing was added. */
    double value() {
        return share(items);
    }

    /** Lower and upper end; the same ones each time. */
    double[] interval() {
        Random random = new Random(RESAMPLES);
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<double[]> drawn = new ArrayList<>(items.size());
            for (int k = 0; k < items.size(); k++) {
                drawn.add(items.get(random.nextInt(items.size())));
            }
            values[i] = share(drawn);
        }
        Arrays.sort(values);
        return new double[] {values[(int) (TAIL * RESAMPLES)], values[(int) ((1 - TAIL) * RESAMPLES) - 1]};
    }

    @Override
    public String toString() {
        if (items.stream().allMatch(item -> item[1] == 0)) {
            return "–";
        }
        double[] interval = interval();
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", value(), interval[0], interval[1]);
    }

    private static double share(List<double[]> items) {
        double part = 0;
        double whole = 0;
        for (double[] item : items) {
            part += item[0];
            whole += item[1];
        }
        return whole == 0 ? 0 : part / whole;
    }
}
