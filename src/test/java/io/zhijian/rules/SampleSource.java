package io.zhijian.rules;

import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestConfiguration;

/** Subjects of a kind that only tests know, so that the machinery is tested apart from the register. */
@TestConfiguration
public class SampleSource implements FactSource {

    public static final String KIND = "sample";

    private static final Map<UUID, Judged> SAMPLES = new ConcurrentHashMap<>();

    public static Judged put(Jurisdiction where, String name, TestFacts facts) {
        return put(Ids.next(), where, name, facts);
    }

    public static Judged put(UUID id, Jurisdiction where, String name, TestFacts facts) {
        Judged sample = new Judged(new SubjectRef(KIND, id), where, name, facts);
        SAMPLES.put(id, sample);
        return sample;
    }

    /** The same subject with other facts. */
    public static Judged changed(Judged sample, TestFacts facts) {
        return put(sample.subject().id(), sample.where(), sample.name(), facts);
    }

    public static void clear() {
        SAMPLES.clear();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<? extends Record> type() {
        return TestFacts.class;
    }

    @Override
    public Optional<Judged> find(UUID id) {
        return Optional.ofNullable(SAMPLES.get(id));
    }

    @Override
    public void forEach(Consumer<Judged> each) {
        SAMPLES.values().forEach(each);
    }
}
