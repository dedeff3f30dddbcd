package io.zhijian.registry.exchange;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportRows;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StageRows;
import io.zhijian.registry.exchange.stage.StagedRow;
import io.zhijian.rules.GoneSubjects;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back while nothing else has touched what it wrote: what it entered goes, what it revised is as before. */
@Service
public class TakingBack {

    private static final String TOUCHED = """
            select count(*) from registry.import_row r left join registry.subject s on s.id = r.subject
             where r.import = :id
               and (s.id is null or s.version <> r.base_version + 1 or s.updated_at <> :finished)
            """;

    private final JdbcClient db;
    private final ImportRows imports;
    private final StageRows stage;
    private final FormerEntries former;
    private final GoneSubjects findings;
    private final Grace grace;
    private final Ledger ledger;
    private final Clock clock;

    TakingBack(
            JdbcClient db,
            ImportRows imports,
            StageRows stage,
            FormerEntries former,
            GoneSubjects findings,
            Grace grace,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.imports = imports;
        this.stage = stage;
        this.former = former;
        this.findings = findings;
        this.grace = grace;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many of what it wrote others have changed since. */
    @Transactional(readOnly = true)
    public long touched(Import done) {
        OffsetDateTime finished = Objects.requireNonNull(done.finishedAt()).atOffset(ZoneOffset.UTC);
        return db.sql(TOUCHED)
                .param("id", done.id())
                .param("finished", finished)
                .query(Long.class)
                .single();
    }

    @Transactional
    public void takeBack(UUID id, String reason) {
        Import done = imports.lock(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
        if (done.state() != ImportState.DONE) {
            throw Refusal.conflict("exchange.moved-on");
        }
        stage.hosts(id).forEach(host -> Actor.current().require(Role.Power.EDIT, host.where()));
        long touched = touched(done);
        if (touched > 0) {
            throw Refusal.conflict("exchange.touched", touched);
        }
        String said = reason.isBlank() ? t("exchange.undo.reason", done.fileName()) : reason;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        former.restore(done, at, said);
        takeOut(done, said);
        grace.takeBack(id);
        stage.clear(id);
        imports.end(id, ImportState.UNDONE);
        ledger.write("import.undone", done.ref(), done.where(), said, Writing.details(done));
    }

    private void takeOut(Import done, String reason) {
        List<UUID> entered = subjects(done.id(), StagedRow.State.ENTERED);
        findings.withdraw(done.kind().code(), entered, reason);
        try {
            int gone = db.sql("select registry.take_out_import(:id)")
                    .param("id", done.id())
                    .query(Integer.class)
                    .single();
            if (gone != entered.size()) {
                throw Refusal.conflict("exchange.touched", entered.size() - gone);
            }
        } catch (DataIntegrityViolationException used) {
            // others point at it: published, merged into
            throw Refusal.conflict("exchange.touched", 1);
        }
    }

    private List<UUID> subjects(UUID id, StagedRow.State state) {
        return db.sql("select subject from registry.import_row where import = :id and state = :state")
                .param("id", id)
                .param("state", state.name())
                .query(UUID.class)
                .list();
    }
}
