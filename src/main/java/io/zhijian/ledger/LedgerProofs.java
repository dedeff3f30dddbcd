package io.zhijian.ledger;

import io.zhijian.ledger.merkle.Proofs;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out what proves to anybody, without this system, that an entry stands in the sealed ledger. */
@Service
public class LedgerProofs {

    private static final HexFormat HEX = HexFormat.of();

    /** How far the ledger is sealed; the root in hex. */
    public record Sealed(long size, String root, Instant at, String key) {}

    /** Bytes are in hex; what each means is docs/decisions/0004-ledger-format.md. */
    public record Proof(
            String format,
            UUID entry,
            String body,
            long leaf,
            List<String> path,
            @Nullable Said payload,
            SignedRoot seal) {}

    /** What the entry said, and the salt of its commitment; absent when erased. */
    public record Said(String salt, String actorName, String reason, Map<String, String> details) {}

    /** The seal the path leads to. */
    public record SignedRoot(
            long size,
            String root,
            Instant at,
            @Nullable String previous,
            String keyId,
            String publicKey,
            String signature) {}

    private final JdbcClient db;

    LedgerProofs(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Sealed> sealed() {
        return new Tree(db)
                .lastSeal()
                .map(seal -> new Sealed(seal.size(), HEX.formatHex(seal.root()), seal.at(), seal.keyId()));
    }

    /** Empty as long as the entry waits for its seal, and for one that the reader may not see. */
    @Transactional(readOnly = true)
    public Optional<Proof> of(UUID entry) {
        return StoredEntry.sealed(db, entry).map(stored -> {
            Tree tree = new Tree(db);
            Seal seal = tree.lastSeal().orElseThrow();
            List<String> path = Proofs.inclusion(stored.number(), seal.size(), tree).stream()
                    .map(HEX::formatHex)
                    .toList();
            return new Proof(
                    "zhijian.ledger.proof/1",
                    entry,
                    HEX.formatHex(stored.body()),
                    stored.number(),
                    path,
                    said(stored.payload()),
                    signed(seal));
        });
    }

    private static @Nullable Said said(@Nullable Payload payload) {
        return payload == null
                ? null
                : new Said(HEX.formatHex(payload.salt()), payload.actorName(), payload.reason(), payload.details());
    }

    private SignedRoot signed(Seal seal) {
        byte[] key = db.sql("select public_key from ledger.key where id = :id")
                .param("id", seal.keyId())
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] previous = seal.previous();
        return new SignedRoot(
                seal.size(),
                HEX.formatHex(seal.root()),
                seal.at(),
                previous == null ? null : HEX.formatHex(previous),
                seal.keyId(),
                HEX.formatHex(key),
                HEX.formatHex(seal.signature()));
    }
}
