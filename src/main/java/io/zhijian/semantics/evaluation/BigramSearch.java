package io.zhijian.semantics.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** BM25 over pairs of neighbouring characters: the plain way of searching Chinese, to compare with. */
final class BigramSearch {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<Map<String, Integer>> texts = new ArrayList<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final double meanLength;

    BigramSearch(List<String> all) {
        long length = 0;
        for (String text : all) {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i + 2 <= text.length(); i++) {
                counts.merge(text.substring(i, i + 2), 1, Integer::sum);
            }
            counts.keySet().forEach(pair -> holders.merge(pair, 1, Integer::sum));
            texts.add(counts);
            length += text.length();
        }
        this.meanLength = Math.max(1.0, (double) length / Math.max(1, all.size()));
    }

    /** By place: how well each text answers, as a share of what the query asks for; 0 to about 2.2. */
    double[] scores(String query) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= query.length(); i++) {
            pairs.add(query.substring(i, i + 2));
        }
        double[] scores = new double[texts.size()];
        double asked = 1e-9;
        for (String pair : pairs) {
            double rarity = rarity(holders.getOrDefault(pair, 0));
            asked += rarity;
            for (int i = 0; i < scores.length; i++) {
                Map<String, Integer> text = texts.get(i);
                int times = text.getOrDefault(pair, 0);
                double length = 1 - B + B * text.size() / meanLength;
                scores[i] += times == 0 ? 0 : rarity * times * (K1 + 1) / (times + K1 * length);
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= asked;
        }
        return scores;
    }

    /** The places of the best, best first. */
    static List<Integer> best(double[] scores, int count) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            places.add(i);
        }
        places.sort((a, b) -> Double.compare(scores[b], scores[a]));
        return places.subList(0, Math.min(count, places.size()));
    }

    private double rarity(int holding) {
        return Math.log(1 + (texts.size() - holding + 0.5) / (holding + 0.5));
    }
}
