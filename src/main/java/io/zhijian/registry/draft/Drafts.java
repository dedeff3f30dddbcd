package io.zhijian.registry.draft;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectVersion;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Typing an entry step by step: open, save, catch up with what others changed, hand in, discard. */
@Service
public class Drafts {

    private final DraftRows rows;
    private final Subjects subjects;
    private final Register register;
    private final Clock clock;

    Drafts(DraftRows rows, Subjects subjects, Register register, Clock clock) {
        this.rows = rows;
        this.subjects = subjects;
        this.register = register;
        this.clock = clock;
    }

    /** A new subject, not saved yet; the writer's own unit is proposed as its host. */
    public Draft blank(SubjectKind kind, UUID id) {
        Map<String, String> typed = Actor.current()
                .homeUnit()
                .filter(home -> Actor.current().may(Role.Power.EDIT, home))
                .map(Jurisdiction::unit)
                .map(unit -> Map.of(Field.HOST, unit.toString()))
                .orElse(Map.of());
        return new Draft(id, kind, 0, new Typed(typed), null);
    }

    /** What the actor has typed, or the entry as it stands. */
    @Transactional(readOnly = true)
    public Draft open(UUID subject) {
        return rows.find(subject).orElseGet(() -> {
            Subject current = editable(subject);
            return new Draft(
                    subject,
                    current.kind(),
                    current.version(),
                    current.kind().shape().typed(current.entry()),
                    null);
        });
    }

    @Transactional(readOnly = true)
    public Optional<Draft> saved(UUID subject) {
        return rows.find(subject);
    }

    @Transactional(readOnly = true)
    public List<Draft> mine() {
        return rows.mine(50);
    }

    /** Saves one step as typed, however wrong it may be. */
    @Transactional
    public Draft save(Draft draft, Step step, Map<String, String> typed) {
        Typed all = draft.typed().with(step, typed);
        rows.save(draft.subject(), draft.kind(), draft.baseVersion(), all, clock.instant());
        return new Draft(draft.subject(), draft.kind(), draft.baseVersion(), all, clock.instant());
    }

    /** Puts what the actor changed on top of the entry as it now stands. */
    @Transactional
    public void catchUp(UUID subject) {
        Draft draft = open(subject);
        Subject current = editable(subject);
        Shape shape = current.kind().shape();
        Typed base = subjects.versions(subject).stream()
                .filter(version -> version.number() == draft.baseVersion())
                .findFirst()
                .map(SubjectVersion::entry)
                .map(shape::typed)
                .orElse(draft.typed());
        Typed merged = Merge.onto(shape, base, draft.typed(), shape.typed(current.entry()));
        rows.save(subject, current.kind(), current.version(), merged, clock.instant());
    }

    @Transactional
    public Subject handIn(UUID subject, String reason) {
        Draft draft = open(subject);
        Shape.Read read = draft.shape().read(draft.typed());
        if (read.blocked()) {
            throw Refusal.invalid("registry.draft-blocked");
        }
        Subject done = draft.fresh()
                ? register.enter(subject, read.entry(), reason)
                : register.revise(subject, draft.baseVersion(), read.entry(), reason);
        rows.delete(subject);
        return done;
    }

    @Transactional
    public void discard(UUID subject) {
        rows.delete(subject);
    }

    private Subject editable(UUID id) {
        Subject subject = subjects.get(id);
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        Actor.current().require(Role.Power.EDIT, subject.jurisdiction());
        return subject;
    }
}
