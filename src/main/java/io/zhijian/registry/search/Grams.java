package io.zhijian.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which documents hold which single characters and pairs of neighbours. Chinese has no blanks between words, so every
 * part of a name can be asked for, as can every part of a number: what a part's pairs have in common is looked through
 * for the part itself.
 */
final class Grams {

    /** Open addressing: a pair of characters in one int; 0 is no pair, since no text holds two of it. */
    private int[] keys = new int[1 << 12];

    private @Nullable RoaringBitmap[] values = new RoaringBitmap[1 << 12];
    private int used;

    /** Documents are added in the order of their numbers. */
    void add(int document, String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            if (here <= ' ') {
                before = 0;
                continue;
            }
            holding(here).add(document);
            if (before != 0) {
                holding(before << 16 | here).add(document);
            }
            before = here;
        }
    }

    /** Those of the given documents whose text holds the term. */
    RoaringBitmap matching(RoaringBitmap among, String term, IntFunction<String> texts) {
        List<RoaringBitmap> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(1, term.length() - 1); i++) {
            int key = term.length() == 1 ? term.charAt(0) : term.charAt(i) << 16 | term.charAt(i + 1);
            RoaringBitmap holding = find(key);
            if (holding == null) {
                return new RoaringBitmap();
            }
            pairs.add(holding);
        }
        // the rarest first, so that little is left for the others
        pairs.sort(Comparator.comparingInt(RoaringBitmap::getCardinality));
        RoaringBitmap found = among;
        for (RoaringBitmap holding : pairs) {
            found = RoaringBitmap.and(found, holding);
        }
        return term.length() <= 2 ? found : holding(found, term, texts);
    }

    private static RoaringBitmap holding(RoaringBitmap candidates, String term, IntFunction<String> texts) {
        RoaringBitmap found = new RoaringBitmap();
        for (PeekableIntIterator rest = candidates.getIntIterator(); rest.hasNext(); ) {
            int document = rest.next();
            if (texts.apply(document).contains(term)) {
                found.add(document);
            }
        }
        return found;
    }

    private @Nullable RoaringBitmap find(int key) {
        int slot = slot(key);
        return keys[slot] == 0 ? null : values[slot];
    }

    private RoaringBitmap holding(int key) {
        int slot = slot(key);
        RoaringBitmap value = values[slot];
        if (value == null) {
            value = new RoaringBitmap();
            keys[slot] = key;
            values[slot] = value;
            if (++used * 2 > keys.length) {
                grow();
            }
        }
        return value;
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B9;
        int slot = (mixed ^ mixed >>> 16) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable RoaringBitmap[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new RoaringBitmap[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
