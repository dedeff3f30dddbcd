package io.zhijian.registry.door;

import io.zhijian.base.Actor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps a {@link Snapshot} of what is public. Questions never reach the database: they are answered from the snapshot,
 * which takes in changes within a second, of this node at once.
 */
@Service
public class Door implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Actor PORTAL = Actor.service("portal");

    private static final Duration SOON = Duration.ofSeconds(2);

    private final EntryRows rows;
    private final Map<UUID, PublicEntry> entries = new HashMap<>();
    private volatile Snapshot snapshot = new Snapshot(0, List.of());
    private volatile @Nullable ScheduledExecutorService watch;

    Door(EntryRows rows) {
        this.rows = rows;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** Takes in what has changed, once the running transaction is committed. */
    public void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // another thread: this one still holds the connection of the transaction that has ended
                Thread refresh = Thread.ofVirtual().start(Door.this::tryRefresh);
                try {
                    refresh.join(SOON);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    /** Takes in what has changed since the last time. */
    public synchronized void refresh() {
        List<EntryRows.Row> changes =
                ScopedValue.where(Actor.CURRENT, PORTAL).call(() -> rows.since(snapshot.revision()));
        if (changes.isEmpty()) {
            return;
        }
        for (EntryRows.Row change : changes) {
            if (change.entry() == null) {
                entries.remove(change.subject());
            } else {
                entries.put(change.subject(), change.entry());
            }
        }
        snapshot = new Snapshot(changes.getLast().revision(), entries.values());
    }

    @Override
    public void start() {
        refresh();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("door").factory());
        executor.scheduleWithFixedDelay(this::tryRefresh, 1, 1, TimeUnit.SECONDS);
        watch = executor;
    }

    private void tryRefresh() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The public door shows what it knew at revision {}", snapshot.revision(), e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = watch;
        if (executor != null) {
            executor.shutdownNow();
            watch = null;
        }
    }

    /** Before the web server, so that the first question is answered from a full snapshot. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
