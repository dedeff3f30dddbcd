package io.zhijian.supervision;

import io.zhijian.base.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The numbers of each reach, kept for up to five minutes and counted anew behind the reader's back before that. */
@Service
public class Overviews {

    /** Older numbers are not shown. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int KEPT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Overviews.class);

    private final Counting counting;
    private final Clock clock;

    /** However many readers there are, the database counts for two of them at a time. */
    private final Semaphore turns = new Semaphore(2, true);

    private final Map<Reach, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Reach, Kept> eldest) {
            return size() > KEPT;
        }
    };

    Overviews(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Numbers numbers;
    }

    /** The numbers for the acting person. */
    public Numbers of(Reach reach) {
        Kept entry;
        synchronized (kept) {
            entry = kept.computeIfAbsent(reach, key -> new Kept());
        }
        Numbers numbers = entry.numbers;
        Duration age = age(numbers);
        if (numbers == null || age.compareTo(LONGEST) > 0) {
            return counted(reach, entry);
        }
        if (age.compareTo(FRESH) > 0 && !entry.lock.isLocked()) {
            renew(reach, entry);
        }
        return numbers;
    }

    private void renew(Reach reach, Kept entry) {
        Actor actor = Actor.current();
        Thread.ofVirtual()
                .name("overview")
                .start(() -> ScopedValue.where(Actor.CURRENT, actor).run(() -> {
                    try {
                        counted(reach, entry);
                    } catch (RuntimeException e) {
                        LOG.warn("An overview could not be counted anew; it will be when it is next asked for", e);
                    }
                }));
    }

    private Numbers counted(Reach reach, Kept entry) {
        entry.lock.lock();
        try {
            Numbers numbers = entry.numbers;
            if (numbers == null || age(numbers).compareTo(FRESH) > 0) {
                turns.acquireUninterruptibly();
                try {
                    numbers = counting.count(reach);
                } finally {
                    turns.release();
                }
                entry.numbers = numbers;
            }
            return numbers;
        } finally {
            entry.lock.unlock();
        }
    }

    /** A clock set back makes numbers old too. */
    private Duration age(@Nullable Numbers numbers) {
        return numbers == null
                ? LONGEST
                : Duration.between(numbers.at(), clock.instant()).abs();
    }
}
