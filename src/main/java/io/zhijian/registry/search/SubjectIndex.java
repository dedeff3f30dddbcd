package io.zhijian.registry.search;

import io.zhijian.base.Scope;
import io.zhijian.registry.SubjectQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Every subject in memory: the pairs of characters of its texts, its value along each facet, its place in each order, and
 * for each reach asked for lately the subjects within it. Documents are only ever added; one that changes is added anew
 * and the old one is dead. Readers run beside each other, a writer alone.
 */
final class SubjectIndex {

    private static final int REACHES = 512;
    private static final int CACHED_DOCUMENTS = 4_000_000;
    private static final int SCANNED_NAMES = 2_000;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Row> rows = new ArrayList<>();
    private final Map<UUID, Integer> byId = new HashMap<>();
    private final RoaringBitmap live = new RoaringBitmap();
    private final Grams texts = new Grams();
    private final Grams names = new Grams();
    private final Facets facets = new Facets();
    private final RoaringBitmap waiting = facets.holding(Facet.FINDINGS, "true");
    private final Map<SubjectQuery.Order, Order> orders = new EnumMap<>(SubjectQuery.Order.class);
    private final Map<Reach, Within> reaches = new ConcurrentHashMap<>();
    private final Map<Question, Hits> answered = new ConcurrentHashMap<>();
    private int answeredDocuments;
    private volatile long version;

    /** The documents somebody reads, and those whose findings they read too. */
    private record Within(RoaringBitmap visible, RoaringBitmap owned) {}

    private record Question(Reach reach, Wish wish) {}

    SubjectIndex() {
        Comparator<Row> changed = Comparator.comparing((Row row) -> row.shown().provenance())
                .thenComparing(row -> row.shown().updatedAt(), Comparator.reverseOrder());
        orders.put(SubjectQuery.Order.CHANGED, new Order(rows, changed));
        orders.put(
                SubjectQuery.Order.NAME, new Order(rows, Comparator.comparing(Row::nameKey, Arrays::compareUnsigned)));
        orders.put(
                SubjectQuery.Order.HOST,
                new Order(
                        rows,
                        Comparator.comparing(Row::hostKey, Arrays::compareUnsigned)
                                .thenComparing(Row::nameKey, Arrays::compareUnsigned)));
    }

    /** Takes in rows as they stand now; one it holds already is replaced. */
    void put(List<Row> changed, Set<UUID> withFindings) {
        writing(() -> {
            int from = rows.size();
            for (Row row : changed) {
                int document = rows.size();
                rows.add(row);
                Integer before = byId.put(row.id(), document);
                if (before != null) {
                    bury(before);
                }
                learn(document, row);
                if (withFindings.contains(row.id())) {
                    waiting.add(document);
                }
            }
            orders.values().forEach(order -> order.add(from));
        });
    }

    private void learn(int document, Row row) {
        live.add(document);
        texts.add(document, row.text());
        names.add(document, row.folded());
        facets.add(document, row.shown());
        reaches.forEach((reach, within) -> see(reach, within, document));
    }

    private void see(Reach reach, Within within, int document) {
        Row row = rows.get(document);
        if (reach.covers(row)) {
            within.visible.add(document);
        }
        if (reach.owns(row)) {
            within.owned.add(document);
        }
    }

    void remove(UUID id) {
        writing(() -> {
            Integer document = byId.remove(id);
            if (document != null) {
                bury(document);
            }
        });
    }

    private void bury(int document) {
        live.remove(document);
        waiting.remove(document);
    }

    /** Learns anew which subjects have a finding that waits. */
    void waiting(Set<UUID> subjects) {
        RoaringBitmap now = new RoaringBitmap();
        boolean same = reading(() -> {
            subjects.forEach(id -> {
                Integer document = byId.get(id);
                if (document != null) {
                    now.add(document);
                }
            });
            return now.equals(waiting);
        });
        if (!same) {
            writing(() -> {
                waiting.clear();
                waiting.or(RoaringBitmap.and(now, live));
            });
        }
    }

    Set<UUID> waiting() {
        return reading(() -> {
            Set<UUID> ids = new HashSet<>();
            waiting.forEach((org.roaringbitmap.IntConsumer)
                    document -> ids.add(rows.get(document).id()));
            return ids;
        });
    }

    /** Another one after every change. */
    long version() {
        return version;
    }

    /** How many it holds. */
    int size() {
        return reading(live::getCardinality);
    }

    /** How many it keeps that are dead. */
    int dead() {
        return reading(() -> rows.size() - live.getCardinality());
    }

    /** What it holds, without the dead. */
    List<Row> all() {
        return reading(() -> {
            List<Row> all = new ArrayList<>();
            live.forEach((org.roaringbitmap.IntConsumer) document -> all.add(rows.get(document)));
            return all;
        });
    }

    /** Whether a subject lies within somebody's reach, as far as is known here. */
    boolean reached(Reach reach, UUID id) {
        return reading(() -> {
            Integer document = byId.get(id);
            return document != null && reach.covers(rows.get(document));
        });
    }

    /** The transaction that wrote what is held of this subject; -1 where nothing is held. */
    long stamp(UUID id) {
        return reading(() -> {
            Integer document = byId.get(id);
            return document == null ? -1L : rows.get(document).stamp();
        });
    }

    /** Whether somebody who reaches so far is to be told that a finding of this subject waits. */
    boolean waits(Reach reach, Row row) {
        return reading(() -> {
            Integer document = byId.get(row.id());
            return document != null && waiting.contains(document) && reach.owns(row);
        });
    }

    Hits.Page page(Reach reach, Wish wish, int number, int size) {
        return reading(() -> {
            Hits hits = hits(reach, wish);
            int total = hits.documents().length;
            int shown = Math.clamp(number, 1, Math.max(1, (total + size - 1) / size));
            List<Row> page = Arrays.stream(hits.documents(), (shown - 1) * size, Math.min(shown * size, total))
                    .mapToObj(rows::get)
                    .toList();
            return new Hits.Page(version, shown, total, page, hits.counts());
        });
    }

    private Hits hits(Reach reach, Wish wish) {
        Question question = new Question(reach, wish);
        Hits known = answered.get(question);
        if (known != null) {
            return known;
        }
        Within within = within(reach);
        RoaringBitmap base = RoaringBitmap.and(live, within.visible);
        for (String term : wish.terms()) {
            base = texts.matching(base, term, document -> rows.get(document).text());
        }
        base = held(base, wish.within());
        RoaringBitmap found = facets.narrowed(base, within.owned, wish.chosen(), null);
        Hits hits = new Hits(arrange(found, wish), facets.counts(base, found, within.owned, wish.chosen()));
        remember(question, hits);
        return hits;
    }

    private RoaringBitmap held(RoaringBitmap base, Scope.@Nullable Place place) {
        if (place == null) {
            return base;
        }
        RoaringBitmap held = new RoaringBitmap();
        base.forEach((org.roaringbitmap.IntConsumer) document -> {
            if (rows.get(document).heldIn(place)) {
                held.add(document);
            }
        });
        return held;
    }

    private void remember(Question question, Hits hits) {
        int length = hits.documents().length + 64;
        synchronized (answered) {
            if (answeredDocuments + length > CACHED_DOCUMENTS) {
                answered.clear();
                answeredDocuments = 0;
            }
            answeredDocuments += length;
        }
        answered.put(question, hits);
    }

    private Within within(Reach reach) {
        Within known = reaches.get(reach);
        if (known != null) {
            return known;
        }
        Within within = new Within(new RoaringBitmap(), new RoaringBitmap());
        for (int document = 0; document < rows.size(); document++) {
            see(reach, within, document);
        }
        if (reaches.size() >= REACHES) {
            reaches.clear();
        }
        reaches.put(reach, within);
        return within;
    }

    private int[] arrange(RoaringBitmap found, Wish wish) {
        if (wish.order() != SubjectQuery.Order.RELEVANT) {
            return order(wish.order()).arrange(found);
        }
        // what is called so stands before what begins so, before what holds the terms in its name, before all the rest
        RoaringBitmap named = found;
        for (String term : wish.terms()) {
            named = names.matching(named, term, document -> rows.get(document).folded());
        }
        RoaringBitmap exact = new RoaringBitmap();
        RoaringBitmap begins = new RoaringBitmap();
        if (named.getCardinality() <= SCANNED_NAMES) {
            named.forEach((org.roaringbitmap.IntConsumer) document -> {
                String name = rows.get(document).folded();
                (name.equals(wish.whole()) ? exact : name.startsWith(wish.whole()) ? begins : new RoaringBitmap())
                        .add(document);
            });
        }
        RoaringBitmap holds = RoaringBitmap.andNot(named, RoaringBitmap.or(exact, begins));
        Order order = order(SubjectQuery.Order.CHANGED);
        return java.util.stream.Stream.of(exact, begins, holds, RoaringBitmap.andNot(found, named))
                .flatMapToInt(tier -> Arrays.stream(order.arrange(tier)))
                .toArray();
    }

    private Order order(SubjectQuery.Order order) {
        return java.util.Objects.requireNonNull(orders.get(order));
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void writing(Runnable work) {
        lock.writeLock().lock();
        try {
            version++;
            work.run();
            answered.clear();
            answeredDocuments = 0;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
