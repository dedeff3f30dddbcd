package io.zhijian.people;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.signin.Sessions;
import io.zhijian.people.signin.SignIn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the security administrator does to an account beside its roles: opens a locked name, ends sessions. */
@Service
public class AccountSecurity {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Ledger ledger;

    AccountSecurity(SignIn signIn, Sessions sessions, Ledger ledger) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /** Until when too many wrong passwords keep the account locked. */
    @Transactional(readOnly = true)
    public Optional<Instant> lockedUntil(Staff staff) {
        return signIn.lockedUntil(staff.login());
    }

    @Transactional
    public void unlock(Staff staff, String reason) {
        require(staff);
        signIn.unlock(staff.login());
        record("staff.unlocked", staff, reason);
    }

    /** Signs the person out everywhere. */
    @Transactional
    public void endSessions(Staff staff, String reason) {
        require(staff);
        sessions.endAll(staff.id());
        record("staff.sessions-ended", staff, reason);
    }

    private static void require(Staff staff) {
        if (Actor.current().id().equals(staff.id())) {
            throw Refusal.forbidden("people.not-oneself");
        }
        Actor.current().require(Role.Power.ROLES, staff.jurisdiction());
    }

    private void record(String action, Staff staff, String reason) {
        ledger.write(action, staff.ref(), staff.jurisdiction(), Words.reason(reason), Map.of("name", staff.name()));
    }
}
