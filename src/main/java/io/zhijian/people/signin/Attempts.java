package io.zhijian.people.signin;

import io.zhijian.database.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts wrong passwords per login name, whether or not the name exists, and locks the name for a while. */
@Repository
class Attempts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;
    private final SignInSettings settings;
    private final SecretKeySpec key;

    Attempts(JdbcClient db, Clock clock, SignInSettings settings, Secrets secrets) {
        this.db = db;
        this.clock = clock;
        this.settings = settings;
        this.key = new SecretKeySpec(secrets.get("sign-in-names").getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }

    /** Counts a try before it is made, so that many at once cannot slip through; says whether it may be made. */
    @Transactional
    boolean begin(String login) {
        OffsetDateTime now = now();
        int failures = db.sql("""
                insert into people.sign_in_attempt as a (name_mac, failures, last_at)
                values (:name, 1, :now)
                on conflict (name_mac) do update set
                  failures = case when coalesce(a.locked_until, a.last_at + cast(:lock as interval)) <= :now then 1 else a.failures + 1 end,
                  locked_until = case when coalesce(a.locked_until, a.last_at + cast(:lock as interval)) <= :now then null
                                      when a.locked_until is null and a.failures + 1 >= :limit then cast(:now as timestamptz) + cast(:lock as interval)
                                      else a.locked_until end,
                  last_at = :now
                returning failures""")
                .param("name", mac(login))
                .param("now", now)
                .param("lock", settings.lock().toString())
                .param("limit", settings.failures())
                .query(Integer.class)
                .single();
        return failures <= settings.failures();
    }

    /** Forgets the wrong tries of a name after a right one or by the security administrator, and all that are long past. */
    @Transactional
    void forget(String login) {
        db.sql("delete from people.sign_in_attempt where name_mac = :name or last_at < :old")
                .param("name", mac(login))
                .param("old", now().minus(KEPT))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Instant> lockedUntil(String login) {
        return db.sql("select locked_until from people.sign_in_attempt where name_mac = :name and locked_until > :now")
                .param("name", mac(login))
                .param("now", now())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private byte[] mac(String login) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(login.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
