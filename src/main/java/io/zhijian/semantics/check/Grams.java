package io.zhijian.semantics.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The strings of one to three characters that texts share, each weighing the more the rarer it is (tf-idf). */
final class Grams {

    private static final int LONGEST = 3;

    /** A string is known from this many texts on. */
    private static final int KNOWN_FROM = 2;

    private final List<String> strings;
    private final float[] rarity;
    private final Map<String, Integer> places;

    private Grams(List<String> strings, float[] rarity) {
        this.strings = strings;
        this.rarity = rarity;
        this.places = HashMap.newHashMap(strings.size());
        strings.forEach(string -> places.put(string, places.size()));
    }

    static Grams learn(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> new HashSet<>(all(text)).forEach(s -> counts.merge(s, 1, Integer::sum)));
        counts.values().removeIf(count -> count < KNOWN_FROM);
        float[] rarity = new float[counts.size()];
        int at = 0;
        for (int count : counts.values()) {
            rarity[at++] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + count)));
        }
        return new Grams(new ArrayList<>(counts.keySet()), rarity);
    }

    int size() {
        return strings.size();
    }

    /** The known strings of a text, as a vector of length one. */
    Sparse of(String text) {
        TreeMap<Integer, Integer> found = new TreeMap<>();
        for (String string : all(text)) {
            Integer place = places.get(string);
            if (place != null) {
                found.merge(place, 1, Integer::sum);
            }
        }
        int[] at = new int[found.size()];
        float[] values = new float[found.size()];
        double squares = 0;
        int i = 0;
        for (Map.Entry<Integer, Integer> entry : found.entrySet()) {
            at[i] = entry.getKey();
            values[i] = (float) (1 + Math.log(entry.getValue())) * rarity[entry.getKey()];
            squares += values[i] * values[i];
            i++;
        }
        return new Sparse(at, values).times((float) (1 / Math.sqrt(Math.max(squares, 1e-9))));
    }

    private static List<String> all(String text) {
        List<String> strings = new ArrayList<>(text.length() * LONGEST);
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i + length <= text.length(); i++) {
                strings.add(text.substring(i, i + length));
            }
        }
        return strings;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(strings.size());
        for (int i = 0; i < rarity.length; i++) {
            out.writeUTF(strings.get(i));
            out.writeFloat(rarity[i]);
        }
    }

    static Grams read(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> strings = new ArrayList<>(size);
        float[] rarity = new float[size];
        for (int i = 0; i < size; i++) {
            strings.add(in.readUTF());
            rarity[i] = in.readFloat();
        }
        return new Grams(strings, rarity);
    }
}
