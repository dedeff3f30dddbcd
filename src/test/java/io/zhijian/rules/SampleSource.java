package io.zhijian.rules;

import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;

/** Subjects of a kind that only tests know, so that the machinery is tested apart from the register. */
@TestConfiguration
public class SampleSource implements FactSource {

    public static final String KIND = "sample";

    private static final Map<UUID, Judged> SAMPLES = new ConcurrentHashMap<>();
    private static final Map<UUID, Long> WRITTEN = new ConcurrentHashMap<>();
    private static final Set<UUID> POISONOUS = ConcurrentHashMap.newKeySet();
    private static final AtomicLong MOMENT = new AtomicLong();
    private static final AtomicInteger READ = new AtomicInteger();

    private static volatile @Nullable UUID deadly;

    /** How many are offered at once. */
    public static volatile int batch = 1_000;

    public static Judged put(Jurisdiction where, String name, TestFacts facts) {
        return put(Ids.next(), where, name, facts);
    }

    public static Judged put(UUID id, Jurisdiction where, String name, TestFacts facts) {
        Judged sample = new Judged(new SubjectRef(KIND, id), where, name, facts);
        SAMPLES.put(id, sample);
        WRITTEN.put(id, MOMENT.getAndIncrement());
        return sample;
    }

    /** The same subject with other facts. */
    public static Judged changed(Judged sample, TestFacts facts) {
        return put(sample.subject().id(), sample.where(), sample.name(), facts);
    }

    public static void clear() {
        SAMPLES.clear();
        WRITTEN.clear();
        POISONOUS.clear();
        batch = 1_000;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<? extends Record> type() {
        return TestFacts.class;
    }

    /** While a subject is poisonous, reading it fails. */
    public static void poison(Judged sample) {
        POISONOUS.add(sample.subject().id());
    }

    public static void cure(Judged sample) {
        POISONOUS.remove(sample.subject().id());
    }

    /** Reading this subject ends the sweep as a kill would; null: none. */
    public static void killAt(@Nullable Judged sample) {
        deadly = sample == null ? null : sample.subject().id();
    }

    /** How many were read since the last time. */
    public static int read() {
        return READ.getAndSet(0);
    }

    @Override
    public List<Judged> find(Collection<UUID> ids) {
        return ids.stream()
                .filter(SAMPLES::containsKey)
                .map(id -> {
                    if (POISONOUS.contains(id)) {
                        throw new IllegalStateException("poison");
                    }
                    if (id.equals(deadly)) {
                        throw new AssertionError("killed");
                    }
                    READ.incrementAndGet();
                    return SAMPLES.get(id);
                })
                .toList();
    }

    @Override
    public void ids(@Nullable String after, EachBatch each) {
        List<UUID> all = SAMPLES.keySet().stream()
                .filter(id -> after == null || id.toString().compareTo(after) > 0)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        for (int at = 0; at < all.size(); at += batch) {
            List<UUID> ids = all.subList(at, Math.min(all.size(), at + batch));
            each.take(ids, ids.getLast().toString());
        }
    }

    @Override
    public long moment() {
        return MOMENT.get();
    }

    @Override
    public void changed(long since, Consumer<List<UUID>> each) {
        List<UUID> ids = WRITTEN.entrySet().stream()
                .filter(written -> written.getValue() >= since)
                .map(Map.Entry::getKey)
                .toList();
        if (!ids.isEmpty()) {
            each.accept(ids);
        }
    }
}
