package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.rules.Findings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing the register: each change is one transaction of row, version, ledger and judgement. */
@Service
public class Register {

    private final AppRows rows;
    private final AppHistory history;
    private final AppFactSource facts;
    private final Units units;
    private final Ledger ledger;
    private final Findings findings;
    private final Clock clock;

    Register(
            AppRows rows,
            AppHistory history,
            AppFactSource facts,
            Units units,
            Ledger ledger,
            Findings findings,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.facts = facts;
        this.units = units;
        this.ledger = ledger;
        this.findings = findings;
        this.clock = clock;
    }

    /** Enters a new app under an id chosen beforehand, so that handing in twice enters once. */
    @Transactional
    public App enter(UUID id, Entry entry, String reason) {
        refuseBlocked(entry);
        Unit host = hostOf(entry);
        Actor.current().require(Role.Power.EDIT, host.jurisdiction());
        App app = own(id, entry, host, Stage.PLANNED, 1);
        try {
            rows.insert(app, userPaths(entry));
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("registry.entered-already");
        }
        history.addVersion(app, reason);
        history.addMove(app, null, Stage.PLANNED, app.updatedAt(), reason);
        ledger.write("app.entered", app.ref(), app.jurisdiction(), reason, Map.of("name", app.name()));
        findings.judge(facts.judged(app));
        return app;
    }

    /**
     * Replaces the entry.
     *
     * @param version the version the writer started from; refused when the entry has changed since
     */
    @Transactional
    public App revise(UUID id, int version, Entry entry, String reason) {
        refuseBlocked(entry);
        App before = locked(id);
        Actor.current().require(Role.Power.EDIT, before.jurisdiction());
        if (before.version() != version) {
            throw Refusal.conflict("registry.changed-meanwhile");
        }
        Unit host = hostOf(entry);
        Actor.current().require(Role.Power.EDIT, host.jurisdiction());
        App after = own(id, entry, host, before.ownStage(), version + 1);
        rows.update(after, userPaths(entry));
        history.addVersion(after, reason);
        ledger.write(
                "app.revised",
                after.ref(),
                after.jurisdiction(),
                reason,
                Map.of("name", after.name(), "version", Integer.toString(after.version())));
        findings.judge(facts.judged(after));
        return after;
    }

    /**
     * Sets an app to the stage it is truly at, with a reason: the way in for apps older than this register, until
     * applications exist.
     *
     * @param from the stage the supervisor saw; refused when it is another one by now
     */
    @Transactional
    public App setStage(UUID id, Stage from, Stage to, String reason) {
        App before = locked(id);
        Actor.current().require(Role.Power.DECIDE, before.jurisdiction());
        if (reason.isBlank()) {
            throw Refusal.invalid("registry.reason-missing");
        }
        if (before.stage() != from) {
            throw Refusal.conflict("registry.stage-changed");
        }
        if (from == to) {
            throw Refusal.invalid("registry.same-stage");
        }
        rows.setStage(id, to, clock.instant());
        history.addMove(before, from, to, clock.instant(), reason);
        ledger.write(
                "app.stage-set",
                before.ref(),
                before.jurisdiction(),
                reason,
                Map.of("name", before.name(), "from", from.name(), "to", to.name()));
        App after = rows.find(id).orElseThrow();
        findings.judge(facts.judged(after));
        return after;
    }

    /** Shows what published sources say of an app; nobody's declaration, so there is neither stage nor judgement. */
    @Transactional
    public App publish(
            UUID id, Entry entry, String hostName, @Nullable UnitLevel level, String place, String reliability) {
        App app = new App(
                id,
                Provenance.PUBLISHED,
                entry.name(),
                entry.form(),
                level,
                null,
                hostName,
                place,
                reliability,
                null,
                1,
                clock.instant(),
                entry);
        if (rows.find(id).isEmpty()) {
            rows.insert(app, List.of());
        } else {
            rows.update(app, List.of());
        }
        return app;
    }

    private App own(UUID id, Entry entry, Unit host, Stage stage, int version) {
        return new App(
                id,
                Provenance.OWN,
                entry.name(),
                entry.form(),
                host.level(),
                host.jurisdiction(),
                host.name(),
                "",
                "",
                stage,
                version,
                clock.instant(),
                entry);
    }

    private Unit hostOf(Entry entry) {
        return units.get(Objects.requireNonNull(entry.host()));
    }

    private List<String> userPaths(Entry entry) {
        List<Unit> users = units.findAll(entry.users());
        if (users.size() < entry.users().size()) {
            throw Refusal.invalid("people.unit-unknown");
        }
        return users.stream().map(Unit::path).toList();
    }

    private App locked(UUID id) {
        App app = rows.find(id).orElseThrow(() -> Refusal.notFound("registry.app-unknown"));
        if (app.published()) {
            throw Refusal.forbidden("registry.published");
        }
        return rows.lock(id).orElseThrow(() -> Refusal.forbidden("access.out-of-reach"));
    }

    private static void refuseBlocked(Entry entry) {
        EntryForm.read(EntryForm.typed(entry)).problems().stream()
                .filter(problem -> problem.blocks())
                .findFirst()
                .ifPresent(problem -> {
                    throw Refusal.invalid("registry.entry-blocked", problem.full());
                });
    }
}
