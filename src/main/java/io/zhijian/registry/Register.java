package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import io.zhijian.rules.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /** Judged at once when something around them changes; the nightly sweep sees the rest. */
    private static final int AROUND = 50;

    private final SubjectRows rows;
    private final SubjectHistory history;
    private final SubjectFacts facts;
    private final Mover mover;
    private final Units units;
    private final Ledger ledger;
    private final Findings findings;
    private final Clock clock;

    Register(
            SubjectRows rows,
            SubjectHistory history,
            SubjectFacts facts,
            Mover mover,
            Units units,
            Ledger ledger,
            Findings findings,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.facts = facts;
        this.mover = mover;
        this.units = units;
        this.ledger = ledger;
        this.findings = findings;
        this.clock = clock;
    }

    /** Enters a new subject under an id chosen beforehand, so that handing in twice enters once. */
    @Transactional
    public Subject enter(UUID id, Entry entry, String reason) {
        refuseBlocked(entry);
        Unit host = hostOf(entry);
        Actor.current().require(Role.Power.EDIT, host.jurisdiction());
        SubjectKind kind = SubjectKind.of(entry);
        Subject subject = own(id, entry, host, kind.first(), 1);
        try {
            rows.insert(subject, userPaths(entry));
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict("registry.entered-already");
        }
        history.addVersion(subject, reason);
        history.addMove(subject, null, null, kind.first(), subject.updatedAt(), reason, Map.of());
        ledger.write(
                action(subject, "entered"),
                subject.ref(),
                subject.jurisdiction(),
                reason,
                Map.of("name", subject.name()));
        findings.judge(facts.judged(subject));
        return subject;
    }

    /**
     * Replaces the entry.
     *
     * @param version the version the writer started from; refused when the entry has changed since
     */
    @Transactional
    public Subject revise(UUID id, int version, Entry entry, String reason) {
        refuseBlocked(entry);
        Subject before = locked(id);
        Actor.current().require(Role.Power.EDIT, before.jurisdiction());
        if (before.kind() != SubjectKind.of(entry)) {
            throw Refusal.notFound("registry.subject-unknown");
        }
        if (before.version() != version) {
            throw Refusal.conflict("registry.changed-meanwhile");
        }
        Unit host = hostOf(entry);
        Actor.current().require(Role.Power.EDIT, host.jurisdiction());
        Subject after = own(id, entry, host, before.ownStage(), version + 1);
        rows.update(after, userPaths(entry));
        history.addVersion(after, reason);
        ledger.write(
                action(after, "revised"),
                after.ref(),
                after.jurisdiction(),
                reason,
                Map.of("name", after.name(), "version", Integer.toString(after.version())));
        findings.judge(facts.judged(after));
        return after;
    }

    /**
     * Sets a subject to the stage it is truly at, with a reason: the way in for those older than this register, until
     * applications exist.
     *
     * @param from the stage the supervisor saw; refused when it is another one by now
     */
    @Transactional
    public Subject setStage(UUID id, Stage from, Stage to, String reason) {
        Subject before = locked(id);
        Actor.current().require(Role.Power.DECIDE, before.jurisdiction());
        if (reason.isBlank()) {
            throw Refusal.invalid("registry.reason-missing");
        }
        if (before.stage() != from) {
            throw Refusal.conflict("registry.stage-changed");
        }
        if (from == to || !before.kind().stages().contains(to)) {
            throw Refusal.invalid("registry.same-stage");
        }
        Instant at = clock.instant();
        rows.setStage(id, to, at);
        history.addMove(before, null, from, to, at, reason, Map.of());
        ledger.write(
                action(before, "stage-set"),
                before.ref(),
                before.jurisdiction(),
                reason,
                Map.of("name", before.name(), "from", from.name(), "to", to.name()));
        return judgedAgain(id);
    }

    /** Makes a move of the subject's life, if the actor may, from where the mover saw it. */
    @Transactional
    public Subject move(UUID id, Move move, MoveOrder order) {
        Subject before = locked(id);
        mover.check(before, move, order);
        Instant at = clock.instant();
        mover.carryOut(before, move, order, at);
        Map<String, String> details = order.details();
        history.addMove(before, move, before.ownStage(), move.to(), at, order.reason(), details);
        Map<String, String> told = new HashMap<>(details);
        told.putAll(Map.of(
                "name", before.name(),
                "from", before.ownStage().name(),
                "to", move.to().name()));
        ledger.write(
                action(before, move.name().toLowerCase(Locale.ROOT)),
                before.ref(),
                before.jurisdiction(),
                order.reason(),
                told);
        Subject after = judgedAgain(id);
        if (after.version() > before.version()) {
            history.addVersion(after, order.reason());
        }
        if (after.kind() == SubjectKind.ACCOUNT) {
            judgeOf(after.kind(), after.jurisdiction().unit());
        }
        return after;
    }

    /** Judges one again, since something that is known of it elsewhere has changed. */
    @Transactional
    public void judge(UUID id) {
        judgedAgain(id);
    }

    /** Judges again what a host has of one kind, since something around all of them has changed. */
    @Transactional
    public void judgeOf(SubjectKind kind, UUID host) {
        rows.ofHost(kind, host, AROUND).forEach(subject -> findings.judge(facts.judged(subject)));
    }

    private Subject judgedAgain(UUID id) {
        Subject after = rows.find(id).orElseThrow();
        findings.judge(facts.judged(after));
        return after;
    }

    private static String action(Subject subject, String what) {
        return subject.kind().code() + "." + what;
    }

    /** Shows what published sources say of an app; nobody's declaration, so there is neither stage nor judgement. */
    @Transactional
    public Subject publish(
            UUID id, Entry entry, String hostName, @Nullable UnitLevel level, String place, String reliability) {
        Subject subject = new Subject(
                id,
                SubjectKind.of(entry),
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
            rows.insert(subject, List.of());
        } else {
            rows.update(subject, List.of());
        }
        return subject;
    }

    private Subject own(UUID id, Entry entry, Unit host, Stage stage, int version) {
        return new Subject(
                id,
                SubjectKind.of(entry),
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

    private Subject locked(UUID id) {
        Subject subject = rows.find(id).orElseThrow(() -> Refusal.notFound("registry.subject-unknown"));
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        return rows.lock(id).orElseThrow(() -> Refusal.forbidden("access.out-of-reach"));
    }

    private static void refuseBlocked(Entry entry) {
        Shape shape = SubjectKind.of(entry).shape();
        shape.read(shape.typed(entry)).problems().stream()
                .filter(problem -> problem.blocks())
                .findFirst()
                .ifPresent(problem -> {
                    throw Refusal.invalid("registry.entry-blocked", problem.full());
                });
    }
}
