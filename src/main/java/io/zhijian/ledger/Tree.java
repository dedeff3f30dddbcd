package io.zhijian.ledger;

import io.zhijian.ledger.merkle.CompactRange;
import io.zhijian.ledger.merkle.Proofs;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored tree: reads hashes of subtrees from the leaves and the stored nodes. */
final class Tree implements Proofs.Subtrees {

    /** From this level on complete subtrees are stored; below it a subtree is at most 255 leaves to read. */
    static final int STORED = 8;

    static final RowMapper<Seal> SEAL = (row, number) -> new Seal(
            row.getLong("size"),
            row.getBytes("root"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getBytes("previous"),
            row.getString("key_id"),
            row.getBytes("signature"));

    private final JdbcClient db;

    Tree(JdbcClient db) {
        this.db = db;
    }

    Optional<Seal> lastSeal() {
        return db.sql("select size, root, at, previous, key_id, signature from ledger.seal order by size desc limit 1")
                .query(SEAL)
                .optional();
    }

    /** {@code from} is, as everywhere in such a tree, a multiple of the width of each subtree that follows it. */
    @Override
    public byte[] root(long from, long to) {
        CompactRange range = CompactRange.empty();
        long at = from;
        while (to - at >= 1L << STORED) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            range.addSubtree(level, node(level, at >> level));
            at += 1L << level;
        }
        leaves(at, to).forEach(range::add);
        return range.root();
    }

    private byte[] node(int level, long index) {
        return db.sql("select hash from ledger.node where level = :level and index = :index")
                .param("level", level)
                .param("index", index)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private List<byte[]> leaves(long from, long to) {
        return db.sql("select hash from ledger.leaf where number >= :from and number < :to order by number")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getBytes(1))
                .list();
    }
}
