package io.zhijian.registry.search;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the index after the start and keeps it true: once a second it reads what was written by whatever node, and at once
 * when a list comes upon something that it does not know yet.
 */
@Component
class IndexFeed implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final Actor READER = Actor.service("subject-index", Role.REVIEWER);
    private static final int NOT_YET = -1;
    private static final int FEW = 1_000;
    private static final int LOOKS_PER_FINDINGS = 5;
    private static final int KEPT_DEAD = 20_000;

    private final IndexRows rows;
    private final Findings findings;
    private final ReentrantLock one = new ReentrantLock();
    private volatile SubjectIndex index = new SubjectIndex();
    private volatile long horizon = NOT_YET;
    private volatile boolean stopped;

    IndexFeed(IndexRows rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    SubjectIndex index() {
        return index;
    }

    /** Everything written before this transaction is in the index. */
    long horizon() {
        return horizon;
    }

    boolean ready() {
        return horizon != NOT_YET;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("subject-index").start(this::keep);
    }

    @Override
    public void destroy() {
        stopped = true;
    }

    private void keep() {
        for (int look = 1; !stopped; look++) {
            try {
                refresh();
                if (look % LOOKS_PER_FINDINGS == 0) {
                    learnFindings();
                }
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.warn("The index of subjects could not be brought up to date; tried again in a minute", e);
                    look = 0;
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            for (int second = 0; second < 60 && !stopped; second++) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Takes in what was written since the last time; the first time, everything. */
    void refresh() {
        one.lock();
        try {
            ScopedValue.where(Actor.CURRENT, READER).run(this::read);
        } finally {
            one.unlock();
        }
    }

    private void read() {
        boolean first = !ready();
        long begun = System.nanoTime();
        long next = rows.horizon();
        rows.changed(horizon, batch -> take(batch, first));
        if (first) {
            learnFindings();
            LOG.info("Indexed {} subjects in {} ms", index.size(), (System.nanoTime() - begun) / 1_000_000);
        }
        horizon = next;
        if (index.dead() > KEPT_DEAD && index.dead() > index.size()) {
            SubjectIndex fresh = new SubjectIndex();
            fresh.put(index.all(), index.waiting());
            index = fresh;
        }
    }

    private void take(List<Row> batch, boolean first) {
        List<Row> unknown = batch.stream()
                .filter(row -> index.stamp(row.id()) != row.stamp())
                .toList();
        if (!unknown.isEmpty()) {
            index.put(unknown, first ? Set.of() : waiting(unknown));
        }
    }

    private Set<UUID> waiting(List<Row> rows) {
        if (rows.size() > FEW) {
            return index.waiting();
        }
        Set<UUID> waiting = new HashSet<>();
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.shown().kind(), Collectors.mapping(Row::id, Collectors.toList())))
                .forEach((kind, ids) -> waiting.addAll(findings.waitingAmong(kind.code(), ids)));
        return waiting;
    }

    private void learnFindings() {
        ScopedValue.where(Actor.CURRENT, READER).run(() -> {
            Set<UUID> waiting = new HashSet<>();
            for (SubjectKind kind : SubjectKind.values()) {
                waiting.addAll(findings.waitingSubjects(kind.code()));
            }
            index.waiting(waiting);
        });
    }

    /** Forgets those of these that are no longer there at all. */
    void forgetGone(List<UUID> ids) {
        ScopedValue.where(Actor.CURRENT, READER).run(() -> {
            Set<UUID> there = rows.check(ids, Long.MAX_VALUE).seen().keySet();
            ids.stream().filter(id -> !there.contains(id)).forEach(index::remove);
        });
    }
}
