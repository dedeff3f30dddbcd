package io.zhijian.rules.sweep;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Findings;
import io.zhijian.rules.Rejudging;
import io.zhijian.rules.office.InForce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges every subject again whose facts or rules changed since it was last judged, and ends exemptions. The first sweep
 * takes up every subject and, cut short, goes on where it was; later ones only those that may be concerned.
 */
@Service
public class Sweep {

    /** Under whose name it works: it keeps entries' findings up and takes back what has run out, everywhere. */
    static final Actor ACTOR = Actor.service("rule-sweep", Role.CLERK, Role.SUPERVISOR);

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private static final UUID FIRST = new UUID(0, 0);
    private static final String DONE = "done";

    /** Batches between two notes of how far it is. */
    private static final int NOTE_EVERY = 10;

    /** Even when nothing was told to have changed, everything is looked at now and then; what is the same costs little. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(7);

    private final InForce rules;
    private final List<FactSource> sources;
    private final Findings findings;
    private final Rejudging rejudging;
    private final SweepRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweep(
            InForce rules,
            ObjectProvider<FactSource> sources,
            Findings findings,
            Rejudging rejudging,
            SweepRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.sources = sources.orderedStream().toList();
        this.findings = findings;
        this.rejudging = rejudging;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A sweep that ended: which rules it judged by (id to hash) and how many subjects it had to judge. */
    public record Run(UUID id, String rulebookHash, Map<String, String> rules, Instant startedAt, long judged) {}

    /** What became of a rule between two sweeps. */
    public enum RuleChange {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** Sweeps now, unless another node is at it; returns how many subjects were judged. */
    public Optional<Long> run() {
        List<Long> judged = new ArrayList<>(1);
        ScopedValue.where(Actor.CURRENT, ACTOR)
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (rows.lock()) {
                        judged.add(sweep());
                    }
                }));
        return judged.stream().findFirst();
    }

    /** Whether today's rules are others than those of the last sweep. */
    public boolean rulesChanged() {
        return rows.last()
                .map(last -> !last.rulebookHash().equals(rules.hash(today())))
                .orElse(true);
    }

    /** The last sweep that met other rules than the one before it. */
    public Optional<Run> lastWithOtherRules() {
        return rows.lastWithOtherRules();
    }

    /** Which rules that sweep met for the first time, changed, or no longer. */
    public SortedMap<String, RuleChange> changes(Run run) {
        Map<String, String> before = rows.rulesBefore(run);
        SortedMap<String, RuleChange> changes = new TreeMap<>();
        before.keySet().forEach(rule -> changes.put(rule, RuleChange.REMOVED));
        run.rules().forEach((rule, hash) -> {
            if (hash.equals(before.get(rule))) {
                changes.remove(rule);
            } else {
                changes.put(rule, before.containsKey(rule) ? RuleChange.CHANGED : RuleChange.ADDED);
            }
        });
        return changes;
    }

    private long sweep() {
        String hash = rules.hash(today());
        Optional<SweepRows.Begun> cutShort = rows.cutShort(hash);
        Map<String, Long> since = rows.moments();
        SweepRows.Begun begun = cutShort.orElseGet(() -> begin(hash, since));
        while (findings.expire(begun.id()) > 0) {
            log.debug("more exemptions may have run out");
        }
        boolean sameRules = !rulesChanged();
        long judged = begun.judged();
        for (FactSource source : sources) {
            judged += begun.whole()
                    ? whole(source, begun, judged)
                    : changed(source, since.getOrDefault(source.kind(), 0L), sameRules, begun.id());
        }
        rows.finish(begun.id(), judged);
        log.info(
                "Swept{}: {} subjects judged, {}", begun.whole() ? " all" : "", judged, findings.changesBy(begun.id()));
        return judged;
    }

    private SweepRows.Begun begin(String hash, Map<String, Long> since) {
        Map<String, Long> moments = new TreeMap<>();
        sources.forEach(source -> moments.put(source.kind(), source.moment()));
        boolean whole = !since.keySet().containsAll(moments.keySet())
                || rows.lastWhole()
                        .map(at -> at.toInstant().plus(WHOLE_EVERY).isBefore(clock.instant()))
                        .orElse(true);
        SweepRows.Begun begun = new SweepRows.Begun(Ids.next(), whole, moments, Map.of(), 0);
        rows.begin(begun, hash, rules.applied(today()), rulesChanged());
        return begun;
    }

    /** Every subject of a kind, from where the sweep was cut short. */
    private long whole(FactSource source, SweepRows.Begun begun, long before) {
        String reached = begun.reached().get(source.kind());
        if (DONE.equals(reached)) {
            return 0;
        }
        try (Lanes lanes = new Lanes(ACTOR)) {
            int[] batches = {0};
            source.ids(reached, (ids, mark) -> {
                lanes.add(() -> judge(source, ids, begun.id()), mark);
                String done = lanes.reached();
                if (++batches[0] % NOTE_EVERY == 0 && done != null) {
                    rows.reached(begun.id(), source.kind(), done, before + lanes.sum());
                }
            });
            long judged = lanes.finish();
            rows.reached(begun.id(), source.kind(), DONE, before + judged);
            return judged;
        }
    }

    /** What was written since, what is due, and where other rules judge. */
    private long changed(FactSource source, long since, boolean sameRules, UUID id) {
        String kind = source.kind();
        try (Lanes lanes = new Lanes(ACTOR)) {
            source.changed(since, ids -> lanes.add(() -> judge(source, ids, id), null));
            // one that was just judged again is no longer due, nor under other rules
            lanes.finish();
            List<UUID> due = rejudging.due(kind, FIRST);
            while (!due.isEmpty()) {
                List<UUID> batch = due;
                lanes.add(() -> judge(source, batch, id), null);
                due = rejudging.due(kind, batch.getLast());
            }
            if (!sameRules) {
                for (List<String> places : rejudging.placesUnderOtherRules(kind)) {
                    rejudging.heldAt(kind, places).forEach(batch -> lanes.add(() -> judge(source, batch, id), null));
                }
            }
            return lanes.finish();
        }
    }

    /** Where a batch cannot be judged, its halves can, but for the one subject that is at fault. */
    private long judge(FactSource source, List<UUID> ids, UUID id) {
        try {
            return rejudging.judge(source, ids, id);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (ids.size() == 1) {
                log.error("{} {} cannot be judged; the next sweep tries again", source.kind(), ids.getFirst(), e);
                rejudging.setAside(source, ids.getFirst());
                return 0;
            }
            int half = ids.size() / 2;
            return judge(source, ids.subList(0, half), id) + judge(source, ids.subList(half, ids.size()), id);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
