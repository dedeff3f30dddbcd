package io.zhijian.semantics.likeness;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Pairs of characters, and how rare each is among the apps known. */
final class Strings {

    private final Map<String, Integer> apps = new ConcurrentHashMap<>();
    private volatile int size;

    /** By one writer at a time. */
    void add(String text) {
        size = size + 1;
        pairs(text).forEach(pair -> apps.merge(pair, 1, Integer::sum));
    }

    /** By one writer at a time. */
    void remove(String text) {
        size = size - 1;
        pairs(text).forEach(pair -> apps.computeIfPresent(pair, (same, count) -> count == 1 ? null : count - 1));
    }

    static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    double rarity(String pair) {
        int count = apps.getOrDefault(pair, 0);
        return Math.log(1 + (size - count + 0.5) / (count + 0.5));
    }

    /** What share of these pairs, rare ones counting more, a text holds: 0 to 1. */
    double share(Set<String> pairs, String text) {
        double all = 0;
        double held = 0;
        for (String pair : pairs) {
            double rarity = rarity(pair);
            all += rarity;
            held += text.contains(pair) ? rarity : 0;
        }
        return all == 0 ? 0 : held / all;
    }
}
