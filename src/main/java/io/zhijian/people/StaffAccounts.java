package io.zhijian.people;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.signin.Credentials;
import io.zhijian.people.signin.Passwords;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff, kept by the system administrator (power staff); every change goes into the ledger with a reason. */
@Service
public class StaffAccounts {

    private static final String SELECT = """
            select id, unit, unit_path, region, line, name, login, phone, disabled_at is not null as disabled, version
              from people.staff
            """;

    private final JdbcClient db;
    private final Units units;
    private final RoleGrants roles;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Ledger ledger;
    private final Clock clock;

    StaffAccounts(
            JdbcClient db,
            Units units,
            RoleGrants roles,
            Passwords passwords,
            Credentials credentials,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.units = units;
        this.roles = roles;
        this.passwords = passwords;
        this.credentials = credentials;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The account, if it exists and the actor may know it: its own, or as an administrator of its unit. */
    @Transactional(readOnly = true)
    public Optional<Staff> find(UUID id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Staff.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Staff get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("people.staff-unknown"));
    }

    /** The accounts in one unit, those in use first, as far as the actor may know them. */
    @Transactional(readOnly = true)
    public List<Staff> ofUnit(UUID unit) {
        return db.sql(SELECT + "where unit = :unit order by disabled_at is not null, name, id")
                .param("unit", unit)
                .query(Staff.class)
                .list();
    }

    /** Accounts in use that hold no role at all, so that their owners see nothing yet. */
    @Transactional(readOnly = true)
    public List<Staff> withoutRole() {
        return db.sql(SELECT + """
                where disabled_at is null
                  and not exists (select from people.role_grant g where g.staff = people.staff.id and g.revoked_at is null)
                order by created_at, id""").query(Staff.class).list();
    }

    /**
     * Adds an account.
     *
     * @param mustChange whether the password was issued and has to be replaced at the first sign-in
     */
    @Transactional
    public Staff create(UUID unit, StaffFacts facts, String password, boolean mustChange, String reason) {
        Words.refuse(facts.problems());
        Unit home = units.get(unit);
        Actor.current().require(Role.Power.STAFF, home.jurisdiction());
        UUID id = Ids.next();
        write(facts, db.sql("""
                insert into people.staff (id, unit, name, login, phone) values (:id, :unit, :name, :login, :phone)""").param("id", id).param("unit", unit));
        credentials.store(id, passwords.hash(password), mustChange);
        Staff staff = new Staff(
                id,
                unit,
                home.path(),
                home.region(),
                home.line(),
                facts.name(),
                facts.login(),
                facts.phone(),
                false,
                1);
        record("staff.created", staff, reason, Map.of("name", staff.name(), "login", staff.login()));
        return staff;
    }

    @Transactional
    public Staff change(UUID id, int version, StaffFacts facts, String reason) {
        Words.refuse(facts.problems());
        Staff before = kept(id);
        int rows = write(facts, db.sql("""
                update people.staff set name = :name, login = :login, phone = :phone, version = version + 1
                 where id = :id and version = :version""").param("id", id).param("version", version));
        if (rows == 0) {
            throw Refusal.conflict("people.changed-meanwhile");
        }
        String login = before.login() + " → " + facts.login();
        record("staff.changed", before, reason, Map.of("name", before.name() + " → " + facts.name(), "login", login));
        return get(id);
    }

    /** Closes an account; whoever uses it is out at once. */
    @Transactional
    public void disable(UUID id, String reason) {
        Staff staff = kept(id);
        if (Actor.current().id().equals(id)) {
            throw Refusal.forbidden("people.not-oneself");
        }
        roles.refuseIfLastAdministrator(id);
        db.sql(
                        "update people.staff set disabled_at = :now, version = version + 1 where id = :id and disabled_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        record("staff.disabled", staff, reason, Map.of("name", staff.name()));
    }

    /** Opens a closed account again. */
    @Transactional
    public void enable(UUID id, String reason) {
        Staff staff = kept(id);
        db.sql("update people.staff set disabled_at = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        record("staff.enabled", staff, reason, Map.of("name", staff.name()));
    }

    /**
     * Issues a new password, returned this once, and ends every session of the account. Not for administrators: whoever
     * could reset their passwords could become them.
     */
    @Transactional
    public String resetPassword(UUID id, String reason) {
        Staff staff = kept(id);
        if (roles.of(id).stream().anyMatch(held -> held.role().isAdministrator())) {
            throw Refusal.forbidden("people.administrators-password");
        }
        String password = Passwords.issue();
        credentials.store(id, passwords.hash(password), true);
        record("staff.password-reset", staff, reason, Map.of("name", staff.name()));
        return password;
    }

    /** Only the constraint knows all login names: some may belong to accounts the actor cannot see. */
    private static int write(StaffFacts facts, JdbcClient.StatementSpec statement) {
        try {
            return statement
                    .param("name", facts.name())
                    .param("login", facts.login())
                    .param("phone", facts.phone(), Types.VARCHAR)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("people.login-taken", facts.login());
        }
    }

    /** The account, of which the actor must be the keeper. */
    private Staff kept(UUID id) {
        Staff staff = get(id);
        Actor.current().require(Role.Power.STAFF, staff.jurisdiction());
        return staff;
    }

    private void record(String action, Staff staff, String reason, Map<String, String> details) {
        ledger.write(action, staff.ref(), staff.jurisdiction(), Words.reason(reason), details);
    }
}
