package io.zhijian.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of profile 1, SHA-256; a later profile (SM3) gets another number, which stands in every body and seal.
 * Leaf and node are hashed as RFC 9162 §2.1.1 says, so that a leaf can never pass for a node.
 */
final class Hashing {

    /** SHA-256 and Ed25519. */
    static final byte PROFILE = 1;

    /** Length of a hash in bytes. */
    static final int LENGTH = 32;

    private Hashing() {}

    static byte[] leaf(byte[] body) {
        return sha256(new byte[] {0}, body);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Hides and binds: without the salt nobody can guess what was committed to. */
    static byte[] commitment(byte[] salt, byte[] payload) {
        return sha256("zhijian.ledger.commitment/1\0".getBytes(StandardCharsets.UTF_8), salt, payload);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
