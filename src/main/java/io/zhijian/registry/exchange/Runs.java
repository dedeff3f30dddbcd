package io.zhijian.registry.exchange;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitNames;
import io.zhijian.people.Units;
import io.zhijian.registry.exchange.match.Vocabulary;
import io.zhijian.registry.exchange.row.RowReader;
import io.zhijian.registry.exchange.sheet.Line;
import io.zhijian.registry.exchange.sheet.SheetFile;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportRows;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.KnownRows;
import io.zhijian.registry.exchange.stage.StageRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs imports in the background, in the name of the person who started them; a row in a table tells how far they are. */
@Component
class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** Rows that are looked up, stored and told of together. */
    private static final int BATCH = 500;

    /** Each holds some memory and a connection. */
    private static final int AT_ONCE = 2;

    private final ImportRows imports;
    private final StageRows stage;
    private final KnownRows known;
    private final Vocabulary vocabulary;
    private final UnitNames names;
    private final Units units;
    private final Writing writing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Runs(
            ImportRows imports,
            StageRows stage,
            KnownRows known,
            Vocabulary vocabulary,
            UnitNames names,
            Units units,
            Writing writing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.imports = imports;
        this.stage = stage;
        this.known = known;
        this.vocabulary = vocabulary;
        this.names = names;
        this.units = units;
        this.writing = writing;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void read(Import now) {
        start(now, () -> look(now));
    }

    void write(Import now) {
        String reason = t("exchange.reason", now.fileName());
        start(now, () -> writing.write(now.id(), reason));
    }

    private void start(Import now, Runnable work) {
        Actor actor = Actor.current();
        Thread.ofVirtual()
                .name("import-" + now.id())
                .start(() -> ScopedValue.where(Actor.CURRENT, actor).run(() -> guarded(now, work)));
    }

    private void guarded(Import now, Runnable work) {
        try {
            // whoever waits for a turn is alive, too
            while (!turns.tryAcquire(1, 2, java.util.concurrent.TimeUnit.SECONDS)) {
                transaction.executeWithoutResult(status -> imports.wait(now.id()));
            }
            try {
                work.run();
            } finally {
                turns.release();
            }
        } catch (Refusal refusal) {
            refused(now, refusal.code(), refusal.details());
        } catch (InterruptedException | RuntimeException | OutOfMemoryError e) {
            LOG.error("Import {} failed", now.id(), e);
            refused(now, "exchange.failed", List.of());
        }
    }

    private void refused(Import now, String code, List<String> details) {
        transaction.executeWithoutResult(status -> {
            stage.clear(now.id());
            imports.dropFile(now.id());
            imports.refuse(now.id(), code, details);
        });
    }

    private void look(Import now) {
        Optional<byte[]> content = transaction.execute(status -> imports.file(now.id()));
        if (content == null || content.isEmpty()) {
            return;
        }
        try (TempFile file = TempFile.of(content.get());
                SheetFile sheets = SheetFile.open(file.path(), now.format())) {
            LookThrough look = new LookThrough(
                    now.kind(),
                    new RowReader(now.kind(), now.columns(), vocabulary, names, preset()),
                    known,
                    clock.instant());
            if (batches(now, sheets, look)) {
                transaction.executeWithoutResult(status -> {
                    // holds the row meanwhile, so that nobody takes the run for cut off
                    imports.beat(now.id(), now.total());
                    stage.findLikely(now.id(), now.kind().code());
                    imports.checked(now.id());
                });
            }
        }
    }

    /** False once it was called off. */
    private boolean batches(Import now, SheetFile sheets, LookThrough look) {
        List<Line> lines = new ArrayList<>(BATCH);
        int[] done = {0};
        boolean[] on = {true};
        sheets.read(now.sheet(), line -> {
            if (line.number() > now.columns().header()) {
                lines.add(line);
            }
            if (lines.size() == BATCH) {
                on[0] = batch(now, look, lines, done);
            }
            return on[0];
        });
        return on[0] && (lines.isEmpty() || batch(now, look, lines, done));
    }

    private boolean batch(Import now, LookThrough look, List<Line> lines, int[] done) {
        done[0] += lines.size();
        Boolean on = transaction.execute(status -> {
            if (!imports.beat(now.id(), done[0])) {
                return false;
            }
            LookThrough.Batch batch = look.look(lines);
            stage.insertHosts(now.id(), batch.hosts());
            stage.insert(now, batch.rows());
            return true;
        });
        lines.clear();
        return Boolean.TRUE.equals(on);
    }

    private @Nullable Unit preset() {
        Actor actor = Actor.current();
        return actor.homeUnit()
                .filter(home -> actor.may(Role.Power.EDIT, home))
                .flatMap(home -> units.find(home.unit()))
                .orElse(null);
    }

    /** Sets right what a server that went down has left: nothing of it stays but that it was interrupted. */
    void sweepUp() {
        for (UUID id : imports.cutOff()) {
            stage.clear(id);
            imports.dropFile(id);
            imports.end(id, ImportState.INTERRUPTED);
        }
    }
}
