package io.zhijian.ledger;

import io.zhijian.ledger.merkle.Hashing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Signed word on the tree at one size; each seal names the one before by its hash. */
record Seal(long size, byte[] root, Instant at, byte @Nullable [] previous, String keyId, byte[] signature) {

    private static final byte FORMAT = 1;

    static Seal signed(long size, byte[] root, Instant at, byte @Nullable [] previous, SealKey key) {
        Seal unsigned = new Seal(size, root, at, previous, key.id(), new byte[0]);
        return new Seal(size, root, at, previous, key.id(), key.sign(unsigned.message()));
    }

    /** What is signed; the head keeps it apart from anything else the key might ever sign. */
    byte[] message() {
        return new Canonical.Writer()
                .text("zhijian.ledger.seal")
                .raw(FORMAT, Hashing.PROFILE)
                .number(size)
                .bytes(root)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .bytes(previous)
                .text(keyId)
                .done();
    }

    /** By which the next seal names this one. */
    byte[] hash() {
        return Hashing.sha256(message());
    }
}
