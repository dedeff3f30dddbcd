package io.zhijian.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree (RFC 9162 §2.1.1) that only grows, kept as the roots of its complete subtrees from left to right: one
 * hash for each 1 bit of the size, so that adding to a tree of a million leaves needs twenty hashes and no re-reading.
 */
public final class CompactRange {

    /** Hears of each complete subtree: its level (a leaf is 0), its index within the level, its hash. */
    public interface Completed {
        void node(int level, long index, byte[] hash);
    }

    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    public static CompactRange empty() {
        return new CompactRange();
    }

    /** From what {@link #frontier} gave. */
    public static CompactRange of(long size, byte[] frontier) {
        if (frontier.length != Long.bitCount(size) * Hashing.LENGTH) {
            throw new IllegalArgumentException("a frontier of " + frontier.length + " bytes for size " + size);
        }
        CompactRange range = new CompactRange();
        range.size = size;
        for (int i = 0; i < frontier.length; i += Hashing.LENGTH) {
            range.roots.add(Arrays.copyOfRange(frontier, i, i + Hashing.LENGTH));
        }
        return range;
    }

    public long size() {
        return size;
    }

    public void add(byte[] leafHash) {
        add(leafHash, (level, index, hash) -> {});
    }

    public void add(byte[] leafHash, Completed completed) {
        byte[] hash = leafHash;
        int level = 0;
        completed.node(level, size, hash);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hashing.node(roots.removeLast(), hash);
            completed.node(++level, rest >> 1, hash);
        }
        roots.add(hash);
        size++;
    }

    /** Adds a whole complete subtree of 2^level leaves; the size so far must be a multiple of that. */
    public void addSubtree(int level, byte[] root) {
        if (size % (1L << level) != 0) {
            throw new IllegalArgumentException("a subtree of level " + level + " cannot follow " + size + " leaves");
        }
        byte[] hash = root;
        for (long rest = size >> level; (rest & 1) == 1; rest >>= 1) {
            hash = Hashing.node(roots.removeLast(), hash);
        }
        roots.add(hash);
        size += 1L << level;
    }

    /** The Merkle tree hash of all leaves so far; that of none is the hash of nothing. */
    public byte[] root() {
        if (roots.isEmpty()) {
            return Hashing.sha256();
        }
        byte[] hash = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            hash = Hashing.node(roots.get(i), hash);
        }
        return hash;
    }

    public byte[] frontier() {
        byte[] bytes = new byte[roots.size() * Hashing.LENGTH];
        for (int i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i), 0, bytes, i * Hashing.LENGTH, Hashing.LENGTH);
        }
        return bytes;
    }
}
