package io.zhijian.ledger;

import io.zhijian.ledger.merkle.Hashing;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be erased without breaking the chain: the actor's name, the reason and the details; the chain holds a salted commitment to it. */
record Payload(byte[] salt, String actorName, String reason, SortedMap<String, String> details) {

    private static final byte FORMAT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a fresh salt; texts are cleaned of what the database cannot hold, so that the commitment fits what is read back. */
    static Payload of(String actorName, String reason, Map<String, String> details) {
        byte[] salt = new byte[Hashing.LENGTH];
        RANDOM.nextBytes(salt);
        SortedMap<String, String> clean = new TreeMap<>();
        details.forEach((key, value) -> clean.put(storable(key), storable(value)));
        return new Payload(salt, storable(actorName), storable(reason), clean);
    }

    byte[] commitment() {
        Canonical.Writer out =
                new Canonical.Writer().raw(FORMAT).text(actorName).text(reason).number(details.size());
        new TreeMap<>(details).forEach((key, value) -> out.text(key).text(value));
        return Hashing.commitment(salt, out.done());
    }

    /** PostgreSQL holds neither NUL nor half a surrogate pair. */
    private static String storable(String text) {
        int[] kept = text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .toArray();
        return new String(kept, 0, kept.length);
    }
}
