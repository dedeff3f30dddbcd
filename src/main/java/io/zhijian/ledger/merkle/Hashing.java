package io.zhijian.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of profile 1, SHA-256; a later profile (SM3) gets another number, which stands in every body and seal.
 * Leaf and node are hashed as RFC 9162 §2.1.1 says, so that a leaf can never pass for a node.
 */
public final class Hashing {

    /** SHA-256 and Ed25519. */
    public static final byte PROFILE = 1;

    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private Hashing() {}

    public static byte[] leaf(byte[] body) {
        return sha256(new byte[] {0}, body);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Hides and binds: without the salt nobody can guess what was committed to. */
    public static byte[] commitment(byte[] salt, byte[] payload) {
        return sha256("zhijian.ledger.commitment/1\0".getBytes(StandardCharsets.UTF_8), salt, payload);
    }

    public static byte[] sha256(byte[]... parts) {
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
