package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.database.OneTrip;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sessions in PostgreSQL: the token itself is never stored, only its SHA-256. */
@Repository
public class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final OneTrip trip;
    private final Clock clock;
    private final SignInSettings settings;

    Sessions(JdbcClient db, OneTrip trip, Clock clock, SignInSettings settings) {
        this.db = db;
        this.trip = trip;
        this.clock = clock;
        this.settings = settings;
    }

    /** Starts a session and returns its token. */
    @Transactional
    String start(UUID staff, String agent, String address) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OffsetDateTime now = now();
        db.sql("delete from people.session where staff = :staff and ends_at < :old")
                .param("staff", staff)
                .param("old", now.minus(KEPT))
                .update();
        db.sql("""
                insert into people.session (id, staff, token, agent, address, started_at, seen_at, ends_at)
                values (:id, :staff, :token, :agent, :address, :now, :now, :end)""")
                .param("id", Ids.next())
                .param("staff", staff)
                .param("token", digest(token))
                .param("agent", agent)
                .param("address", address)
                .param("now", now)
                .param("end", now.plus(settings.longest()))
                .update();
        return token;
    }

    /**
     * Who comes with this token, with the roles held at this moment: one query in one trip, since every request asks it.
     * A session from before the password was issued anew is over.
     */
    Optional<Found> find(String token) {
        OffsetDateTime now = now();
        return trip.ask("select * from people.who_comes(?, ?, ?)", new OneTrip.Query<>() {
            @Override
            public void bind(PreparedStatement statement, int first) throws SQLException {
                statement.setBytes(first, digest(token));
                statement.setObject(first + 1, now);
                statement.setObject(first + 2, now.minus(settings.idle()));
            }

            @Override
            public Optional<Found> read(ResultSet rows) throws SQLException {
                return found(rows);
            }
        });
    }

    /** What {@link #find} tells; touched when it is time to note that the session is in use. */
    record Found(SignedIn signedIn, boolean touch) {}

    private Optional<Found> found(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        UUID session = rows.getObject("session", UUID.class);
        UUID id = rows.getObject("id", UUID.class);
        String name = rows.getString("name");
        boolean issued = rows.getBoolean("issued");
        long unread = rows.getLong("unread");
        boolean touch = rows.getObject("seen_at", OffsetDateTime.class).isBefore(now().minus(TOUCHED_EVERY));
        Jurisdiction home = new Jurisdiction(
                rows.getObject("unit", UUID.class),
                rows.getString("unit_path"),
                rows.getString("region"),
                rows.getString("line"));
        List<Grant> grants = new ArrayList<>();
        do {
            if (rows.getString("role") != null) {
                Scope scope = new Scope(Scope.Axis.valueOf(rows.getString("axis")), rows.getString("value"));
                grants.add(new Grant(Role.valueOf(rows.getString("role")), scope));
            }
        } while (rows.next());
        Actor actor = new Actor(Actor.Kind.STAFF, id, name, home, List.copyOf(grants));
        return Optional.of(new Found(new SignedIn(session, actor, issued, unread), touch));
    }

    @Transactional
    void touch(UUID session) {
        db.sql("update people.session set seen_at = :now where id = :id")
                .param("now", now())
                .param("id", session)
                .update();
    }

    /** The running sessions of a person, as far as the actor may know them. */
    @Transactional(readOnly = true)
    public List<Session> running(UUID staff) {
        OffsetDateTime now = now();
        return db.sql("""
                select id, staff, agent, address, started_at, seen_at from people.session
                 where staff = :staff and ended_at is null and ends_at > :now and seen_at > :idleSince
                 order by seen_at desc""")
                .param("staff", staff)
                .param("now", now)
                .param("idleSince", now.minus(settings.idle()))
                .query(Session.class)
                .list();
    }

    /** Ends one session of a person; says whether there was one the actor may end. */
    @Transactional
    public boolean end(UUID staff, UUID session) {
        return end("id = :session", staff, session) > 0;
    }

    /** Ends all sessions of a person except one. */
    @Transactional
    public void endOthers(UUID staff, UUID kept) {
        end("id <> :session", staff, kept);
    }

    @Transactional
    public void endAll(UUID staff) {
        end("cast(:session as uuid) is null", staff, null);
    }

    private int end(String which, UUID staff, @Nullable UUID session) {
        return db.sql("""
                update people.session set ended_at = :now, ended_by = :by
                 where staff = :staff and ended_at is null and %s""".formatted(which))
                .param("now", now())
                .param("by", Actor.current().id())
                .param("staff", staff)
                .param("session", session)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
