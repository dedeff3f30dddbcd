package io.zhijian.ledger;

import io.zhijian.ledger.merkle.Hashing;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The installation's signing key (Ed25519, RFC 8032), kept as a 32-byte seed among its secrets, outside the database. */
final class SealKey {

    /** Its name among the secrets. */
    static final String SECRET = "ledger-signing";

    private final Ed25519PrivateKeyParameters key;

    /** @param secret the seed in URL-safe Base64 */
    SealKey(String secret) {
        this.key = new Ed25519PrivateKeyParameters(Base64.getUrlDecoder().decode(secret));
    }

    byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    String id() {
        return id(publicKey());
    }

    /** A key is named by its own hash, so that the name cannot be given to another. */
    static String id(byte[] publicKey) {
        return HexFormat.of().formatHex(Arrays.copyOf(Hashing.sha256(publicKey), 8));
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE || signature.length != 64) {
            return false;
        }
        try {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, new Ed25519PublicKeyParameters(publicKey));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }
}
