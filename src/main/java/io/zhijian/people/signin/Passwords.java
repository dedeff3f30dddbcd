package io.zhijian.people.signin;

import io.zhijian.base.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and judges new ones.
 *
 * <p>Parameters: OWASP Password Storage Cheat Sheet, m = 19 MiB, t = 2, p = 1. Rules for new passwords follow the idea of
 * NIST SP 800-63B (length, and not a known one, rather than recipes of signs).
 */
@Component
public class Passwords {

    /** Fewest characters of a password. */
    public static final int SHORTEST = 12;

    /** Most characters; a limit only so that nobody has us hash a book. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int WAIT_SECONDS = 10;

    /** Without signs that look alike, since issued passwords are copied from paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Set<String> COMMON = common();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final Semaphore slots;
    private final AtomicLong checks = new AtomicLong();
    private final String nobodys;

    Passwords(SignInSettings settings) {
        this.slots = new Semaphore(settings.hashes(), true);
        this.nobodys = argon2.encode(issue());
    }

    public String hash(String password) {
        return inSlot(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /** Whether the password is the hashed one; without a hash it works just as long and says no. */
    boolean matches(String password, Optional<String> hash) {
        checks.incrementAndGet();
        String given = password.length() > LONGEST ? "" : password;
        boolean same = inSlot(() -> argon2.matches(given, hash.orElse(nobodys)));
        return same && hash.isPresent();
    }

    /** What is wrong with a new password, if anything. */
    public static Optional<Refusal> problem(String password, String login) {
        int length = password.codePointCount(0, password.length());
        String plain = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Refusal.invalid("people.password-length", SHORTEST, LONGEST));
        }
        if (!login.isBlank() && plain.contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of(Refusal.invalid("people.password-login"));
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of(Refusal.invalid("people.password-common"));
        }
        return Optional.empty();
    }

    /** A random password of 16 signs in groups of four (about 79 bits). */
    public static String issue() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** How many passwords were checked, each by one hash, whether or not there was an account. */
    long checks() {
        return checks.get();
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.tooMany("people.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany("people.busy");
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream("/people/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
