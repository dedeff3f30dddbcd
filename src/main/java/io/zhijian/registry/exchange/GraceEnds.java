package io.zhijian.registry.exchange;

import io.zhijian.base.Actor;
import io.zhijian.base.Paging;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.database.Job;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingFilter;
import io.zhijian.rules.Findings;
import io.zhijian.rules.FindingsMoved.Moved;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells hosts what was found while they tidied up after their first import, once those days are over. */
@Component
class GraceEnds implements Job {

    private static final Actor ACTOR = Actor.service("grace-end", Role.CLERK);

    private final Grace grace;
    private final Units units;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    GraceEnds(
            Grace grace,
            Units units,
            Findings findings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.grace = grace;
        this.units = units;
        this.findings = findings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "registry.grace-ends";
    }

    /** After the nightly sweep, before the digest of the day. */
    @Override
    public LocalTime at() {
        return LocalTime.of(6, 30);
    }

    @Override
    public void run() {
        ScopedValue.where(Actor.CURRENT, ACTOR)
                .run(() -> transaction.executeWithoutResult(status -> {
                    for (UUID host : grace.over()) {
                        Unit unit = units.get(host);
                        events.publishEvent(new GraceOver(open(unit)));
                        grace.told(host);
                    }
                }));
    }

    private List<Moved> open(Unit unit) {
        FindingFilter filter = new FindingFilter(Finding.State.OPEN, false, null, null, null, null, null)
                .with(null, new Scope.Place(Scope.Axis.UNIT, unit.path(), true), null);
        List<Moved> open = new ArrayList<>();
        Paging<Finding> page;
        int number = 1;
        do {
            page = findings.search(filter, number++);
            page.rows()
                    .forEach(finding -> open.add(new Moved(
                            finding.id(),
                            finding.subject(),
                            finding.subjectName(),
                            finding.where().unit(),
                            finding.state())));
        } while (page.number() < page.last());
        return open;
    }
}
