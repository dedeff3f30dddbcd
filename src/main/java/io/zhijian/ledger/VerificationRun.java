package io.zhijian.ledger;

import io.zhijian.ledger.LedgerVerification.Fault;
import io.zhijian.ledger.LedgerVerification.Problem;
import io.zhijian.ledger.LedgerVerification.Result;
import io.zhijian.ledger.merkle.CompactRange;
import io.zhijian.ledger.merkle.Hashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One verification on its way through the leaves. */
final class VerificationRun {

    private final JdbcClient db;
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Set<UUID> erasures;
    private final List<Fault> faults = new ArrayList<>();
    private final CompactRange tree = CompactRange.empty();
    private @Nullable Seal last;
    private long faultCount;
    private long erased;

    VerificationRun(JdbcClient db) {
        this.db = db;
        this.erasures = new HashSet<>(db.sql("select subject_id from ledger.entry where action = :action")
                .param("action", LedgerCommand.ERASED)
                .query(UUID.class)
                .list());
        db.sql("select id, public_key from ledger.key")
                .query((row, number) -> keys.put(row.getString(1), row.getBytes(2)))
                .list();
    }

    Result run() {
        try (Stream<StoredEntry> leaves = StoredEntry.sealed(db);
                Stream<Seal> seals = seals()) {
            walk(leaves.iterator(), seals.iterator());
        }
        long pending = unsealed();
        return new Result(
                tree.size(), pending, erased, last == null ? null : last.at(), faultCount, List.copyOf(faults));
    }

    private void walk(Iterator<StoredEntry> leaves, Iterator<Seal> seals) {
        Seal next = seals.hasNext() ? seals.next() : null;
        while (leaves.hasNext()) {
            leaf(leaves.next());
            if (next != null && next.size() <= tree.size()) {
                seal(next);
                next = seals.hasNext() ? seals.next() : null;
            }
        }
        long spoken = next != null ? next.size() : last == null ? 0 : last.size();
        if (spoken != tree.size()) {
            fault(Problem.SIZE_DIFFERS, "seal " + spoken, "leaves: " + tree.size());
        }
    }

    private void leaf(StoredEntry stored) {
        if (stored.number() != tree.size()) {
            fault(Problem.NUMBER_MISSING, Long.toString(tree.size()), "found " + stored.number());
        }
        stored.check(this::fault);
        if (stored.payload() == null) {
            if (erasures.contains(stored.id())) {
                erased++;
            } else {
                fault(Problem.PAYLOAD_MISSING, stored.id().toString(), "");
            }
        }
        byte[] hash = Hashing.leaf(stored.body());
        if (!Arrays.equals(hash, stored.leafHash())) {
            fault(Problem.LEAF_DIFFERS, stored.id().toString(), "leaf " + stored.number());
        }
        tree.add(hash, this::node);
    }

    private void node(int level, long index, byte[] hash) {
        if (level >= Tree.STORED) {
            byte[] kept = db.sql("select hash from ledger.node where level = :level and index = :index")
                    .param("level", level)
                    .param("index", index)
                    .query((row, number) -> row.getBytes(1))
                    .optional()
                    .orElse(null);
            if (!Arrays.equals(hash, kept)) {
                fault(Problem.NODE_DIFFERS, level + "/" + index, "");
            }
        }
    }

    private void seal(Seal seal) {
        String where = "seal " + seal.size();
        if (!Arrays.equals(seal.root(), tree.root()) || seal.size() != tree.size()) {
            fault(Problem.ROOT_DIFFERS, where, "");
        }
        if (!Arrays.equals(seal.previous(), last == null ? null : last.hash())) {
            fault(Problem.SEAL_UNLINKED, where, "");
        }
        byte[] key = keys.get(seal.keyId());
        if (key == null
                || !SealKey.id(key).equals(seal.keyId())
                || !SealKey.verifies(key, seal.message(), seal.signature())) {
            fault(Problem.SIGNATURE_WRONG, where, "key " + seal.keyId());
        }
        last = seal;
    }

    /** What the last seal should have taken in is a fault; what came after it only waits. */
    private long unsealed() {
        long upto = db.sql("select coalesce(max(upto), 0) from ledger.seal")
                .query(Long.class)
                .single();
        db.sql("""
                select id from ledger.entry e
                where xid < :upto and not exists (select from ledger.leaf l where l.entry_id = e.id)
                """)
                .param("upto", upto)
                .query(UUID.class)
                .list()
                .forEach(id -> fault(Problem.NEVER_SEALED, id.toString(), ""));
        return db.sql("""
                select count(*) from ledger.entry e
                where xid >= :upto and not exists (select from ledger.leaf l where l.entry_id = e.id)
                """).param("upto", upto).query(Long.class).single();
    }

    private Stream<Seal> seals() {
        return db
                .sql("select size, root, at, previous, key_id, signature from ledger.seal order by size")
                .withFetchSize(500)
                .query(Tree.SEAL)
                .stream();
    }

    private void fault(Problem problem, String where, String detail) {
        if (++faultCount <= LedgerVerification.MOST) {
            faults.add(new Fault(problem, where, detail));
        }
    }
}
