package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.Ledger;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The password hashes, apart from the staff they belong to, since fewer may reach them. */
@Repository
public class Credentials {

    private static final String SELECT = """
            select st.id as staff, st.login, c.hash, st.disabled_at is not null as disabled
              from people.staff st join people.credential c on c.staff = st.id
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final Sessions sessions;
    private final Ledger ledger;

    Credentials(JdbcClient db, Clock clock, Sessions sessions, Ledger ledger) {
        this.db = db;
        this.clock = clock;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /** What signing in needs to know of a person. */
    record Account(UUID staff, String login, String hash, boolean disabled) {}

    @Transactional(readOnly = true)
    Optional<Account> ofLogin(String login) {
        return db.sql(SELECT + "where st.login = :login")
                .param("login", login)
                .query(Account.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Account> ofStaff(UUID staff) {
        return db.sql(SELECT + "where st.id = :staff")
                .param("staff", staff)
                .query(Account.class)
                .optional();
    }

    /** A password of the person's own choice; what runs elsewhere under the old one ends. */
    @Transactional
    void choose(SignedIn who, String hash) {
        Actor actor = who.actor();
        store(actor.id(), hash, false);
        sessions.endOthers(actor.id(), who.session());
        Jurisdiction home = Objects.requireNonNull(actor.home());
        ledger.write(
                "staff.password-changed", new SubjectRef("staff", actor.id()), home, "", Map.of("name", actor.name()));
    }

    /** Sets a password; an issued one has to be replaced at the next sign-in and ends every running session. */
    @Transactional
    public void store(UUID staff, String hash, boolean issued) {
        db.sql("""
                insert into people.credential (staff, hash, issued, changed_at) values (:staff, :hash, :issued, :now)
                on conflict (staff) do update
                   set hash = excluded.hash, issued = excluded.issued, changed_at = excluded.changed_at""")
                .param("staff", staff)
                .param("hash", hash)
                .param("issued", issued)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
