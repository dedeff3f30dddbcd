package io.zhijian.registry.exchange;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.database.Job;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clears away what runs have left that a server took down with it; whoever looks at an import does the same for theirs. */
@Component
class ImportSweep implements Job {

    private static final Actor ACTOR = Actor.service("import-sweep", Role.CLERK);

    private final Runs runs;
    private final TransactionTemplate transaction;

    ImportSweep(Runs runs, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "registry.import-sweep";
    }

    @Override
    public LocalTime at() {
        return LocalTime.MIDNIGHT;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        ScopedValue.where(Actor.CURRENT, ACTOR).run(() -> transaction.executeWithoutResult(status -> runs.sweepUp()));
    }
}
