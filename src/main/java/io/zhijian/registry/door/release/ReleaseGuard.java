package io.zhijian.registry.door.release;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.registry.Subject;
import io.zhijian.registry.Subjects;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may speak for the host of a subject, who for the office; and what they say goes into the ledger. */
@Component
class ReleaseGuard {

    private final ReleaseRows rows;
    private final Subjects subjects;
    private final Ledger ledger;

    ReleaseGuard(ReleaseRows rows, Subjects subjects, Ledger ledger) {
        this.rows = rows;
        this.subjects = subjects;
        this.ledger = ledger;
    }

    /** The subject, with its row held, if the actor may speak for the host. */
    Subject hosted(UUID id) {
        Subject subject = own(id);
        Actor.current().require(Role.Power.EDIT, subject.jurisdiction());
        rows.lock(id, subject.jurisdiction());
        return subject;
    }

    /** The subject, if the actor may speak for the office. */
    Subject decided(UUID id) {
        Subject subject = own(id);
        Actor.current().require(Role.Power.DECIDE, subject.jurisdiction());
        return subject;
    }

    /** The subject, if the actor may speak for either. */
    Subject hostedOrDecided(UUID id) {
        Subject subject = own(id);
        Actor actor = Actor.current();
        if (!actor.may(Role.Power.EDIT, subject.jurisdiction())) {
            actor.require(Role.Power.DECIDE, subject.jurisdiction());
        }
        return subject;
    }

    private Subject own(UUID id) {
        Subject subject = subjects.get(id);
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        return subject;
    }

    static String required(String reason) {
        if (reason.isBlank()) {
            throw Refusal.invalid("registry.reason-missing");
        }
        return reason;
    }

    void record(String action, Subject subject, String reason, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put("name", subject.name());
        ledger.write(action, subject.ref(), subject.jurisdiction(), reason, all);
    }
}
