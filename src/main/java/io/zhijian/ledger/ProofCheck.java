package io.zhijian.ledger;

import io.zhijian.ledger.LedgerProofs.Proof;
import io.zhijian.ledger.LedgerProofs.Said;
import io.zhijian.ledger.LedgerProofs.SignedRoot;
import io.zhijian.ledger.merkle.Hashing;
import io.zhijian.ledger.merkle.Proofs;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks a proof by itself, without any database, as whoever received it would. */
final class ProofCheck {

    private static final HexFormat HEX = HexFormat.of();

    private ProofCheck() {}

    /** Whether the entry stands in the tree, the tree's root is signed, and the payload is what was committed to. */
    static boolean holds(Proof proof) {
        try {
            byte[] body = HEX.parseHex(proof.body());
            SignedRoot seal = proof.seal();
            byte[] root = HEX.parseHex(seal.root());
            boolean within = Proofs.includes(
                    root,
                    seal.size(),
                    proof.leaf(),
                    Hashing.leaf(body),
                    proof.path().stream().map(HEX::parseHex).toList());
            Entry entry = Entry.parse(body);
            return within
                    && entry.id().equals(proof.entry())
                    && signed(seal, root)
                    && committed(entry, proof.payload());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean signed(SignedRoot signed, byte[] root) {
        String before = signed.previous();
        byte[] previous = before == null ? null : HEX.parseHex(before);
        byte[] key = HEX.parseHex(signed.publicKey());
        byte[] signature = HEX.parseHex(signed.signature());
        Seal seal = new Seal(signed.size(), root, signed.at(), previous, signed.keyId(), signature);
        return SealKey.id(key).equals(signed.keyId()) && SealKey.verifies(key, seal.message(), signature);
    }

    private static boolean committed(Entry entry, @Nullable Said said) {
        if (said == null) {
            return true;
        }
        Payload payload =
                new Payload(HEX.parseHex(said.salt()), said.actorName(), said.reason(), new TreeMap<>(said.details()));
        return Arrays.equals(payload.commitment(), entry.commitment());
    }
}
