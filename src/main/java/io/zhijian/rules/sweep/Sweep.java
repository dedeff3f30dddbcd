package io.zhijian.rules.sweep;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Findings;
import io.zhijian.rules.Judged;
import io.zhijian.rules.office.InForce;
import java.time.Clock;
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
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges every subject again whose facts or rules changed since it was last judged, and ends exemptions. */
@Service
public class Sweep {

    /** Under whose name it works: it keeps entries' findings up and takes back what has run out, everywhere. */
    static final Actor ACTOR = Actor.service("rule-sweep", Role.CLERK, Role.SUPERVISOR);

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** Subjects judged in one transaction. */
    private static final int BATCH = 500;

    private final InForce rules;
    private final List<FactSource> sources;
    private final Findings findings;
    private final SweepRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweep(
            InForce rules,
            ObjectProvider<FactSource> sources,
            Findings findings,
            SweepRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.sources = sources.orderedStream().toList();
        this.findings = findings;
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
        UUID id = Ids.next();
        rows.begin(id, rules.hash(today()), rules.applied(today()), rulesChanged());
        while (findings.expire(id) > 0) {
            log.debug("more exemptions may have run out");
        }
        long judged = 0;
        for (FactSource source : sources) {
            judged += sweep(source, id);
        }
        rows.finish(id, judged);
        log.info("Swept: {} subjects judged, {}", judged, findings.changesBy(id));
        return judged;
    }

    private long sweep(FactSource source, UUID id) {
        AtomicLong judged = new AtomicLong();
        List<Judged> batch = new ArrayList<>(BATCH);
        source.forEach(subject -> {
            batch.add(subject);
            if (batch.size() == BATCH) {
                judged.addAndGet(findings.rejudge(source, List.copyOf(batch), id));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            judged.addAndGet(findings.rejudge(source, batch, id));
        }
        return judged.get();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
