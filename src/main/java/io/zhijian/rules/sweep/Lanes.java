package io.zhijian.rules.sweep;

import io.zhijian.base.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Does batches of work on a few threads, never far ahead of the oldest that is still at work, and adds up what they say. */
final class Lanes implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int AHEAD = 2 * THREADS;

    private final Actor actor;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("rules-sweep-", 1).factory());
    private final Deque<Batch> running = new ArrayDeque<>();
    private long sum;
    private @Nullable String reached;

    Lanes(Actor actor) {
        this.actor = actor;
    }

    private record Batch(Future<Long> work, @Nullable String mark) {}

    /**
     * Waits while too many are under way.
     *
     * @param mark behind which to go on once this batch and all before it are done
     */
    void add(LongSupplier work, @Nullable String mark) {
        if (running.size() == AHEAD) {
            finishOldest();
        }
        running.add(new Batch(
                threads.submit(() -> ScopedValue.where(Actor.CURRENT, actor).call(work::getAsLong)), mark));
    }

    /** The mark of the last batch up to which all are done. */
    @Nullable
    String reached() {
        return reached;
    }

    long sum() {
        return sum;
    }

    /** Waits for all. */
    long finish() {
        while (!running.isEmpty()) {
            finishOldest();
        }
        return sum;
    }

    private void finishOldest() {
        Batch oldest = running.remove();
        try {
            sum += oldest.work().get();
            reached = oldest.mark() == null ? reached : oldest.mark();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch of the sweep failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
