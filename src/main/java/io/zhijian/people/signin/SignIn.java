package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Signs people in. A wrong password, a locked or disabled account and a name that does not exist get the same answer
 * after the same work. No transaction is open while a password is hashed.
 */
@Service
public class SignIn {

    /** Works before anybody is signed in; the row policies know it by this name. */
    static final Actor SERVICE = Actor.service("sign-in");

    private static final int NAME_LENGTH = 100;
    private static final int AGENT_LENGTH = 200;

    private final Attempts attempts;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Sessions sessions;

    SignIn(Attempts attempts, Passwords passwords, Credentials credentials, Sessions sessions) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    /** The token of a new session, if name and password are right. */
    public Optional<String> signIn(String login, String password, String agent, String address) {
        return ScopedValue.where(Actor.CURRENT, SERVICE).call(() -> {
            String name = tidy(login);
            boolean allowed = attempts.begin(name);
            Optional<Credentials.Account> account =
                    credentials.ofLogin(name).filter(found -> allowed && !found.disabled());
            // one hash in every case
            if (!passwords.matches(password, account.map(Credentials.Account::hash))) {
                return Optional.empty();
            }
            attempts.forget(name);
            return account.map(found -> sessions.start(found.staff(), head(agent, AGENT_LENGTH), address));
        });
    }

    /** Who comes with this token, if its session runs. */
    public Optional<SignedIn> resolve(String token) {
        return ScopedValue.where(Actor.CURRENT, SERVICE).call(() -> {
            Optional<Sessions.Found> found = sessions.find(token);
            found.filter(Sessions.Found::touch)
                    .ifPresent(session -> sessions.touch(session.signedIn().session()));
            return found.map(Sessions.Found::signedIn);
        });
    }

    /**
     * Gives the actor a password of their own choice and ends the actor's other sessions; a wrong present password counts
     * towards the lock like any other.
     */
    public void choose(SignedIn who, String login, String present, String wanted) {
        Passwords.problem(wanted, login).ifPresent(refusal -> {
            throw refusal;
        });
        if (!right(who, present)) {
            throw Refusal.invalid("people.password-wrong");
        }
        credentials.choose(who, passwords.hash(wanted));
    }

    private boolean right(SignedIn who, String present) {
        return ScopedValue.where(Actor.CURRENT, SERVICE).call(() -> {
            Credentials.Account account =
                    credentials.ofStaff(who.actor().id()).orElseThrow(() -> Refusal.notFound("people.staff-unknown"));
            boolean allowed = attempts.begin(account.login());
            Optional<String> hash = Optional.of(account.hash()).filter(any -> allowed);
            boolean right = passwords.matches(present, hash);
            if (right) {
                attempts.forget(account.login());
            }
            return right;
        });
    }

    /** Until when a login name is locked; for the security administrator. */
    public Optional<Instant> lockedUntil(String login) {
        return attempts.lockedUntil(login);
    }

    /** Opens a locked login name again; for the security administrator. */
    public void unlock(String login) {
        attempts.forget(login);
    }

    private static String tidy(String login) {
        return head(Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), NAME_LENGTH);
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
