package io.zhijian.registry.door;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often one neighbourhood of addresses may ask. Of each only a moment is kept, in a slot chosen by a hash under a
 * random key that lives as long as the process: no address is stored, and the memory is always the same.
 */
public final class RateLimit {

    private static final int SLOTS = 1 << 16;

    /** Network part of an address that counts as one neighbour: IPv4 /24, IPv6 /56. */
    private static final int IPV4_BYTES = 3;

    private static final int IPV6_BYTES = 7;

    /** Each slot: when everything asked so far would be used up at the steady rate. */
    private final AtomicLongArray usedUp = new AtomicLongArray(SLOTS);

    private final long key = new SecureRandom().nextLong();
    private final long start = System.nanoTime();
    private final long each;
    private final long ahead;

    /**
     * @param perMinute steady rate; 0 sets no limit
     * @param atOnce how many may come in one moment
     */
    public RateLimit(int perMinute, int atOnce) {
        this.each = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
        this.ahead = each * atOnce;
    }

    /** Seconds to wait before asking again; 0: go ahead. */
    public int take(String address, int weight) {
        return each == 0 ? 0 : take(slot(address), weight, System.nanoTime() - start);
    }

    int take(int slot, int weight, long now) {
        while (true) {
            long before = usedUp.get(slot);
            long after = Math.max(before, now) + weight * each;
            if (after - now > ahead) {
                return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(after - now - ahead) + 1);
            }
            if (usedUp.compareAndSet(slot, before, after)) {
                return 0;
            }
        }
    }

    int slot(String address) {
        long hash = key;
        byte[] bytes = bytes(address);
        int counted = bytes.length == 4 ? IPV4_BYTES : Math.min(bytes.length, IPV6_BYTES);
        for (int i = 0; i < counted; i++) {
            hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 48) & SLOTS - 1;
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException unknown) {
            return new byte[4];
        }
    }
}
