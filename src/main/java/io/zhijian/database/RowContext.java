package io.zhijian.database;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down, signed, who acts and what they reach, for the row policies of the database to read.
 *
 * <p>The counterpart is {@code access.context()} in {@code db/migration/__root}: HMAC-SHA-256 under a key that the
 * application role cannot read, bound to one server connection and good for 60 seconds, so that a context set by hand
 * or carried to another connection opens nothing.
 */
public final class RowContext {

    private static final int BLOCK = 64;
    private static final int GOOD_FOR_SECONDS = 60;

    private final UUID keyId;
    private final byte[] key;
    private final JsonMapper json = JsonMapper.shared();

    /** @param secret at most 64 bytes, the block of SHA-256 */
    public RowContext(String secret) {
        this.key = secret.getBytes(StandardCharsets.US_ASCII);
        if (key.length > BLOCK) {
            throw new IllegalArgumentException("the key is longer than one block of SHA-256");
        }
        this.keyId = UUID.nameUUIDFromBytes(("row-context:" + secret).getBytes(StandardCharsets.US_ASCII));
    }

    /** The value of the setting {@code zj.context} for one transaction on one server connection. */
    public String sign(Actor actor, int backendPid, long nowSeconds) {
        if (actor.kind() == Actor.Kind.NOBODY) {
            return "";
        }
        Map<String, Object> claims = new TreeMap<>();
        claims.put("actor", actor.id());
        claims.put("kind", actor.kind().name());
        claims.put("name", actor.kind() == Actor.Kind.SERVICE ? actor.name() : "");
        claims.put("pid", backendPid);
        claims.put("until", nowSeconds + GOOD_FOR_SECONDS);
        claims.put("reach", reach(actor));
        String payload = json.writeValueAsString(claims);
        return keyId + "." + HexFormat.of().formatHex(mac(payload)) + "." + payload;
    }

    private static Map<String, TreeSet<String>> reach(Actor actor) {
        Map<String, TreeSet<String>> reach = new TreeMap<>();
        for (Grant grant : actor.grants()) {
            for (Role.Power power : grant.role().powers()) {
                reach.computeIfAbsent(power.code() + ":" + grant.scope().axis().code(), k -> new TreeSet<>())
                        .add(grant.scope().pattern());
            }
        }
        return reach;
    }

    private byte[] mac(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID keyId() {
        return keyId;
    }

    /** The key xor a repeated byte (RFC 2104: 0x36 inside, 0x5c outside), which is all the database needs of it. */
    byte[] pad(int with) {
        byte[] pad = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            pad[i] ^= (byte) with;
        }
        return pad;
    }
}
