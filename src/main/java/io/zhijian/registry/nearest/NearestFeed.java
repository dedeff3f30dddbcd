package io.zhijian.registry.nearest;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.semantics.likeness.LikenessIndex;
import io.zhijian.semantics.likeness.Profile;
import io.zhijian.semantics.likeness.Vectors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the index of like apps some time after the start, or when first asked for, and keeps it true: every other second
 * it reads what was written by whatever node. The vectors are kept in a file beside the data, so that only what was written
 * since is understood anew; it holds no text and may be thrown away.
 */
@Component
class NearestFeed implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NearestFeed.class);
    private static final Actor READER = Actor.service("nearest-apps", Role.REVIEWER);
    private static final int AT_ONCE = 64;
    private static final int SECONDS_BETWEEN = 2;
    private static final int SECONDS_AFTER_FAILURE = 60;

    /** Typed phrases and single functions, about half a kilobyte each. */
    private static final int PHRASES = 20_000;

    private final NearestRows rows;
    private final Path home;
    private final Path file;
    private final Duration after;
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable LikenessIndex index;
    private volatile int percent;
    private @Nullable Vectors vectors;
    private long horizon;

    NearestFeed(
            NearestRows rows,
            @Value("${zhijian.home}") String home,
            @Value("${zhijian.data}") String data,
            @Value("${zhijian.nearest.after}") Duration after) {
        this.rows = rows;
        this.home = Path.of(home);
        this.file = Path.of(data, "nearest.vectors");
        this.after = after;
    }

    /** The index, whole or not; none before the first apps are in it. */
    Optional<LikenessIndex> index() {
        wanted.countDown();
        return Optional.ofNullable(index);
    }

    /** How much of the register is in it; 100 only when all of it is. */
    int percent() {
        return percent;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        // understanding a text is native code, which would hold one of the few carriers of virtual threads
        Thread.ofPlatform().daemon().name("nearest-apps").start(this::keep);
    }

    @Override
    public void destroy() {
        stopped.countDown();
        wanted.countDown();
        if (vectors != null) {
            vectors.close();
        }
    }

    private void keep() {
        try {
            wanted.await(after.toMillis(), TimeUnit.MILLISECONDS);
            long pause = 0;
            while (!stopped.await(pause, TimeUnit.SECONDS)) {
                pause = refreshed() ? SECONDS_BETWEEN : SECONDS_AFTER_FAILURE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean refreshed() {
        try {
            refresh();
            return true;
        } catch (RuntimeException | LinkageError e) {
            if (stopped.getCount() > 0) {
                LOG.warn("The index of like apps could not be brought up to date; tried again in a minute", e);
            }
            return false;
        }
    }

    /** Takes in what was written since the last time; the first time, everything. */
    synchronized void refresh() {
        ScopedValue.where(Actor.CURRENT, READER).run(this::read);
    }

    private void read() {
        boolean first = percent < 100;
        long begun = System.nanoTime();
        long next = rows.horizon();
        List<Profile> changed = new ArrayList<>();
        rows.changed(horizon, changed::addAll);
        LikenessIndex filling = index == null ? LikenessIndex.empty(home, vectors(), new Vectors(PHRASES)) : index;
        for (int from = 0; from < changed.size() && stopped.getCount() > 0; from += AT_ONCE) {
            take(filling, changed.subList(from, Math.min(from + AT_ONCE, changed.size())), first);
            index = filling;
            percent = first ? (int) (99L * from / changed.size()) : percent;
        }
        if (stopped.getCount() > 0) {
            index = filling;
            horizon = next;
            if (first) {
                filling.settle();
                vectors().settle();
                percent = 100;
                LOG.info("Compared {} apps in {} s", filling.size(), (System.nanoTime() - begun) / 1_000_000_000);
            }
        }
    }

    /** The first time all of them are understood, half of the time is left to others. */
    private void take(LikenessIndex filling, List<Profile> some, boolean first) {
        long begun = System.nanoTime();
        filling.put(some);
        vectors().flush();
        if (first) {
            try {
                long rest = Math.min(TimeUnit.SECONDS.toNanos(2), System.nanoTime() - begun);
                stopped.await(rest, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Vectors vectors() {
        if (vectors == null) {
            vectors = Vectors.kept(file);
        }
        return vectors;
    }
}
