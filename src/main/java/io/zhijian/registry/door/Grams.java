package io.zhijian.registry.door;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Finds a part within many folded texts by their pairs of neighbouring signs, without reading each text. */
final class Grams {

    /** At most so many candidates are looked at, so that no question costs more than another. */
    private static final int LOOKED_AT = 2_000;

    private final List<String> texts;
    private final Map<Integer, int[]> places = new HashMap<>();

    Grams(List<String> texts) {
        this.texts = texts;
        Map<Integer, Places> open = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int at = i;
            pairs(
                    texts.get(i),
                    pair -> open.computeIfAbsent(pair, key -> new Places()).add(at));
        }
        open.forEach((pair, list) -> places.put(pair, list.trimmed()));
    }

    /** Numbers of texts that hold the part, in order; none for a part of a single sign. */
    int[] holding(String part, int most) {
        if (part.length() < 2) {
            return new int[0];
        }
        int[][] rarest = {null};
        pairs(part, pair -> {
            int[] found = places.getOrDefault(pair, new int[0]);
            if (rarest[0] == null || found.length < rarest[0].length) {
                rarest[0] = found;
            }
        });
        return Arrays.stream(rarest[0])
                .limit(LOOKED_AT)
                .filter(i -> texts.get(i).contains(part))
                .limit(most)
                .toArray();
    }

    private static void pairs(String text, IntConsumer each) {
        for (int i = 0; i + 1 < text.length(); i++) {
            each.accept(text.charAt(i) << 16 | text.charAt(i + 1));
        }
    }

    private static final class Places {
        private int[] list = new int[4];
        private int size;

        void add(int place) {
            if (size > 0 && list[size - 1] == place) {
                return;
            }
            if (size == list.length) {
                list = Arrays.copyOf(list, size * 2);
            }
            list[size++] = place;
        }

        int[] trimmed() {
            return Arrays.copyOf(list, size);
        }
    }
}
