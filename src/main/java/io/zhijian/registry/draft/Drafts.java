package io.zhijian.registry.draft;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.App;
import io.zhijian.registry.AppVersion;
import io.zhijian.registry.Apps;
import io.zhijian.registry.Register;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.Field;
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
    private final Apps apps;
    private final Register register;
    private final Clock clock;

    Drafts(DraftRows rows, Apps apps, Register register, Clock clock) {
        this.rows = rows;
        this.apps = apps;
        this.register = register;
        this.clock = clock;
    }

    /** A new app, not saved yet; the writer's own unit is proposed as its host. */
    public Draft blank(UUID id) {
        Map<String, String> typed = Actor.current()
                .homeUnit()
                .filter(home -> Actor.current().may(Role.Power.EDIT, home))
                .map(Jurisdiction::unit)
                .map(unit -> Map.of(Field.HOST.key(), unit.toString()))
                .orElse(Map.of());
        return new Draft(id, 0, new Typed(typed), null);
    }

    /** What the actor has typed, or the entry as it stands. */
    @Transactional(readOnly = true)
    public Draft open(UUID app) {
        return rows.find(app).orElseGet(() -> {
            App current = editable(app);
            return new Draft(app, current.version(), EntryForm.typed(current.entry()), null);
        });
    }

    @Transactional(readOnly = true)
    public Optional<Draft> saved(UUID app) {
        return rows.find(app);
    }

    @Transactional(readOnly = true)
    public List<Draft> mine() {
        return rows.mine(50);
    }

    /** Saves one step as typed, however wrong it may be. */
    @Transactional
    public Draft save(Draft draft, Step step, Map<String, String> typed) {
        Typed all = draft.typed().with(step, typed);
        rows.save(draft.app(), draft.baseVersion(), all, clock.instant());
        return new Draft(draft.app(), draft.baseVersion(), all, clock.instant());
    }

    /** Puts what the actor changed on top of the entry as it now stands. */
    @Transactional
    public void catchUp(UUID app) {
        Draft draft = open(app);
        App current = editable(app);
        Typed base = apps.versions(app).stream()
                .filter(version -> version.number() == draft.baseVersion())
                .findFirst()
                .map(AppVersion::entry)
                .map(EntryForm::typed)
                .orElse(draft.typed());
        Typed merged = Merge.onto(base, draft.typed(), EntryForm.typed(current.entry()));
        rows.save(app, current.version(), merged, clock.instant());
    }

    @Transactional
    public App handIn(UUID app, String reason) {
        Draft draft = open(app);
        EntryForm.Read read = EntryForm.read(draft.typed());
        if (read.blocked()) {
            throw Refusal.invalid("registry.draft-blocked");
        }
        App done = draft.fresh()
                ? register.enter(app, read.entry(), reason)
                : register.revise(app, draft.baseVersion(), read.entry(), reason);
        rows.delete(app);
        return done;
    }

    @Transactional
    public void discard(UUID app) {
        rows.delete(app);
    }

    private App editable(UUID id) {
        App app = apps.get(id);
        if (app.published()) {
            throw Refusal.forbidden("registry.published");
        }
        Actor.current().require(Role.Power.EDIT, app.jurisdiction());
        return app;
    }
}
