package io.zhijian.registry;

import io.zhijian.base.Refusal;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Standing;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Judged;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows what rules may ask of each subject a host has declared; what is only published is never judged. */
@Component
public class SubjectFacts {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final SubjectRows rows;
    private final SubjectIds ids;
    private final NeighbourRows neighbours;
    private final TransactionTemplate reading;
    private final Clock clock;

    SubjectFacts(
            SubjectRows rows,
            SubjectIds ids,
            NeighbourRows neighbours,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.neighbours = neighbours;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** Offers the subjects of one kind to the rules. */
    FactSource source(SubjectKind kind) {
        return new Source(this, kind);
    }

    /** The subject as rules see it; refuses one that is only published. */
    public Judged judged(Subject subject) {
        return judged(subject, subject.entry(), subject.level());
    }

    /** The subject as rules would see it with another entry: to tell beforehand what a change brings. */
    public Judged judged(Subject subject, Entry entry, @Nullable UnitLevel level) {
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        Map<UUID, Standing.Neighbours> around = neighbours.of(subject.kind(), List.of(subject), today());
        return judged(subject, entry, level, around.getOrDefault(subject.id(), Standing.Neighbours.UNKNOWN));
    }

    /** The same for a page, which holds no transaction. */
    public Judged read(Subject subject) {
        return inTransaction(() -> Optional.of(judged(subject))).orElseThrow();
    }

    /** What handing in another entry would make of it, for a page. */
    public Judged read(Subject subject, Entry entry, @Nullable UnitLevel level) {
        return inTransaction(() -> Optional.of(judged(subject, entry, level))).orElseThrow();
    }

    /** Today where the offices are. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    private Judged judged(Subject subject, Entry entry, @Nullable UnitLevel level, Standing.Neighbours around) {
        Standing standing = new Standing(subject.ownStage().code(), level, today(), around);
        return new Judged(subject.ref(), subject.jurisdiction(), entry.name(), (Record) entry.facts(standing));
    }

    private List<Judged> find(SubjectKind kind, Collection<UUID> wanted) {
        return inTransaction(() -> {
                    List<Subject> subjects = rows.own(kind, wanted);
                    Map<UUID, Standing.Neighbours> around = neighbours.of(kind, subjects, today());
                    return Optional.of(subjects.stream()
                            .map(subject -> judged(
                                    subject,
                                    subject.entry(),
                                    subject.level(),
                                    around.getOrDefault(subject.id(), Standing.Neighbours.UNKNOWN)))
                            .toList());
                })
                .orElseThrow();
    }

    private <T> Optional<T> inTransaction(java.util.function.Supplier<Optional<T>> read) {
        Optional<T> found = reading.execute(status -> read.get());
        return found == null ? Optional.empty() : found;
    }

    private record Source(SubjectFacts facts, SubjectKind which) implements FactSource {

        @Override
        public String kind() {
            return which.code();
        }

        @Override
        public Class<? extends Record> type() {
            return which.facts();
        }

        @Override
        public List<Judged> find(Collection<UUID> wanted) {
            return facts.find(which, wanted);
        }

        @Override
        public void ids(@Nullable String after, EachBatch each) {
            facts.ids.all(which, after, each);
        }

        @Override
        public long moment() {
            return facts.ids.moment();
        }

        @Override
        public void changed(long since, Consumer<List<UUID>> each) {
            facts.ids.changed(which, since, facts.today(), each);
        }
    }
}
