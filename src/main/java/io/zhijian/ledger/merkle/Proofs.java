package io.zhijian.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Makes and checks the two proofs of a Merkle tree: that a leaf is in it, and that one tree begins another (RFC 9162 §2.1.3, §2.1.4). */
public final class Proofs {

    /** Where the hashes come from: the Merkle tree hash of the leaves {@code from} (included) to {@code to} (excluded). */
    public interface Subtrees {
        byte[] root(long from, long to);
    }

    private Proofs() {}

    public static List<byte[]> inclusion(long leaf, long size, Subtrees tree) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                path.addFirst(tree.root(middle, to));
                to = middle;
            } else {
                path.addFirst(tree.root(from, middle));
                from = middle;
            }
        }
        return path;
    }

    public static List<byte[]> consistency(long first, long second, Subtrees tree) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("from " + first + " to " + second);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = second;
        while (first < to) {
            long middle = from + split(to - from);
            if (first <= middle) {
                path.addFirst(tree.root(middle, to));
                to = middle;
            } else {
                path.addFirst(tree.root(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.addFirst(tree.root(from, to));
        }
        return path;
    }

    /** RFC 9162 §2.1.3.2. */
    public static boolean includes(byte[] root, long size, long leaf, byte[] leafHash, List<byte[]> path) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long fn = leaf;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hashing.node(sibling, hash);
                int up = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= up;
                sn >>= up;
            } else {
                hash = Hashing.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** RFC 9162 §2.1.4.2. */
    public static boolean extend(byte[] firstRoot, long first, byte[] secondRoot, long second, List<byte[]> path) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        Iterator<byte[]> rest = path.iterator();
        boolean whole = Long.bitCount(first) == 1;
        if (!whole && !rest.hasNext()) {
            return false;
        }
        byte[] start = whole ? firstRoot : rest.next();
        return climb(start, firstRoot, first - 1, secondRoot, second - 1, rest);
    }

    private static boolean climb(
            byte[] start, byte[] firstRoot, long first, byte[] secondRoot, long second, Iterator<byte[]> path) {
        int even = Long.numberOfTrailingZeros(~first);
        long fn = first >> even;
        long sn = second >> even;
        byte[] fr = start;
        byte[] sr = start;
        while (path.hasNext()) {
            byte[] hash = path.next();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hashing.node(hash, fr);
                sr = Hashing.node(hash, sr);
                int up = (fn & 1) == 1 || fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= up;
                sn >>= up;
            } else {
                sr = Hashing.node(sr, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    /** The largest power of two below a size of at least 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
