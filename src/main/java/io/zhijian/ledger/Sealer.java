package io.zhijian.ledger;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.database.Secrets;
import io.zhijian.ledger.merkle.CompactRange;
import io.zhijian.ledger.merkle.Hashing;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives new entries their places in the tree and signs its root, a few seconds after they were written. */
@Component
@EnableScheduling
class Sealer {

    /** Under whose name the row policies let leaves and seals be written. */
    static final Actor ACTOR = Actor.service("sealer", Role.AUDIT_ADMIN);

    private static final long LOCK = 0x7A68_6A5F_6C65_6467L;

    private record Added(long number, byte[] hash) {}

    private record Last(Seal seal, byte[] frontier, long upto) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SealKey key;

    Sealer(JdbcClient db, PlatformTransactionManager transactions, Clock clock, Secrets secrets) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.key = new SealKey(secrets.get(SealKey.SECRET));
    }

    /** Leaves it to the next time when another node is sealing; returns how many entries were sealed. */
    @Scheduled(
            fixedDelayString = "${zhijian.ledger.seal-every:PT5S}",
            initialDelayString = "${zhijian.ledger.seal-every:PT5S}")
    public int seal() {
        Integer sealed = ScopedValue.where(Actor.CURRENT, ACTOR)
                .call(() -> transaction.execute(status -> lock() ? sealNew() : 0));
        return sealed == null ? 0 : sealed;
    }

    private boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private int sealNew() {
        Last last = last();
        // read before the entries: whatever is still running then will be looked for again next time
        long ended = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        CompactRange tree = last == null ? CompactRange.empty() : CompactRange.of(last.seal.size(), last.frontier);
        // a database restored into another server counts its transactions anew: then look through all entries
        List<Added> added = addLeaves(tree.size(), last == null || last.upto > ended ? 0 : last.upto);
        if (added.isEmpty()) {
            return 0;
        }
        added.forEach(leaf -> tree.add(leaf.hash, this::keepNode));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] previous = last == null ? null : last.seal.hash();
        keep(Seal.signed(tree.size(), tree.root(), at, previous, key), tree.frontier(), ended);
        return added.size();
    }

    private @Nullable Last last() {
        return db.sql("""
                select size, root, at, previous, key_id, signature, frontier, upto
                from ledger.seal order by size desc limit 1
                """)
                .query((row, number) ->
                        new Last(Tree.SEAL.mapRow(row, number), row.getBytes("frontier"), row.getLong("upto")))
                .optional()
                .orElse(null);
    }

    /** In one statement, the hashes made by the database: Hashing.leaf is SHA-256 of a zero byte and the body. */
    private List<Added> addLeaves(long size, long from) {
        return db.sql("""
                with added as (
                  insert into ledger.leaf (number, entry_id, hash)
                  select :size + row_number() over (order by e.id) - 1, e.id, sha256(decode('00', 'hex') || e.body)
                  from ledger.entry e
                  where e.xid >= :from and not exists (select from ledger.leaf l where l.entry_id = e.id)
                  returning number, hash)
                select number, hash from added order by number
                """)
                .param("size", size)
                .param("from", from)
                .query(Added.class)
                .list();
    }

    private void keepNode(int level, long index, byte[] hash) {
        if (level >= Tree.STORED) {
            db.sql("insert into ledger.node (level, index, hash) values (:level, :index, :hash)")
                    .param("level", level)
                    .param("index", index)
                    .param("hash", hash)
                    .update();
        }
    }

    private void keep(Seal seal, byte[] frontier, long upto) {
        db.sql("""
                insert into ledger.key (id, profile, public_key, since)
                values (:id, :profile, :key, :since) on conflict do nothing
                """)
                .param("id", key.id())
                .param("profile", Hashing.PROFILE)
                .param("key", key.publicKey())
                .param("since", seal.at().atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                insert into ledger.seal (size, root, at, previous, key_id, signature, frontier, upto)
                values (:size, :root, :at, :previous, :key, :signature, :frontier, :upto)
                """)
                .param("size", seal.size())
                .param("root", seal.root())
                .param("at", seal.at().atOffset(ZoneOffset.UTC))
                .param("previous", seal.previous(), Types.BINARY)
                .param("key", seal.keyId())
                .param("signature", seal.signature())
                .param("frontier", frontier)
                .param("upto", upto)
                .update();
    }
}
