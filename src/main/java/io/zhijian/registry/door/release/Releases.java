package io.zhijian.registry.door.release;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.registry.Subject;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.PublicText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two steps to the public: the host proposes word for word, the office releases exactly that. Stage and closing notice
 * follow by themselves; everything else waits until the host proposes it anew. Either side withdraws at once.
 */
@Service
public class Releases {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_WAITING = 200;

    private final ReleaseRows rows;
    private final ReleaseGuard guard;
    private final Door door;
    private final Clock clock;

    Releases(ReleaseRows rows, ReleaseGuard guard, Door door, Clock clock) {
        this.rows = rows;
        this.guard = guard;
        this.door = door;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Release> find(UUID id) {
        return rows.find(id);
    }

    /** What waits for a decision within the reach of the actor, longest first. */
    @Transactional(readOnly = true)
    public List<Release> waiting() {
        return rows.waiting(MOST_WAITING);
    }

    /** What would become public of a subject as it is declared now. */
    public PublicText preview(Subject subject) {
        return PublicTexts.of(subject);
    }

    /** The code of what stands in the way of releasing a subject for those it is for, or empty. */
    public String obstacle(Subject subject, Audience audience) {
        return Releasable.obstacle(subject, audience);
    }

    /** The host says whom it is for; what is not for everybody is no longer public, and no longer asks to be. */
    @Transactional
    public void mark(UUID id, Audience audience) {
        Subject subject = guard.hosted(id);
        if (audience != Audience.PUBLIC) {
            rows.locked(id).filter(Release::waits).ifPresent(waits -> rows.settle(id, ""));
            takeAway(subject, "");
        }
        rows.mark(id, audience);
        guard.record("door.marked", subject, "", Map.of("audience", audience.name()));
    }

    /**
     * The host asks to release the entry as it stands.
     *
     * @param version of the entry the host saw; refused when it has changed since
     */
    @Transactional
    public void propose(UUID id, int version, String note) {
        Subject subject = guard.hosted(id);
        Release release = rows.locked(id).orElseThrow();
        if (subject.version() != version) {
            throw Refusal.conflict("registry.changed-meanwhile");
        }
        Releasable.refuse(subject, release.audience());
        PublicText text = PublicTexts.of(subject);
        if (text.equals(release.released())) {
            throw Refusal.invalid("door.nothing-new");
        }
        rows.propose(id, text, clock.instant(), note);
        guard.record("door.proposed", subject, note, Map.of());
    }

    /**
     * The office releases what was proposed, word for word.
     *
     * @param version of the release the office saw
     */
    @Transactional
    public void release(UUID id, int version, String note) {
        Subject subject = guard.decided(id);
        Release release = waiting(id, version);
        Releasable.refuse(subject, release.audience());
        if (Actor.current().id().equals(release.proposedBy())) {
            throw Refusal.forbidden("door.same-person");
        }
        rows.publish(
                release,
                subject.jurisdiction(),
                Objects.requireNonNull(release.proposed()),
                subject.ownStage().name(),
                release.token() == null ? token() : release.token(),
                LocalDate.now(clock.withZone(HERE)),
                clock.instant());
        rows.settle(id, note);
        guard.record("door.released", subject, note, Map.of());
        door.changed();
    }

    /** The office hands the proposal back; what is public stays as it is. */
    @Transactional
    public void handBack(UUID id, int version, String reason) {
        Subject subject = guard.decided(id);
        waiting(id, version);
        rows.settle(id, ReleaseGuard.required(reason));
        guard.record("door.handed-back", subject, reason, Map.of());
    }

    /** Host or office takes it away from the public, at once. */
    @Transactional
    public void withdraw(UUID id, String reason) {
        Subject subject = guard.hostedOrDecided(id);
        Release release = rows.locked(id).orElseThrow(() -> Refusal.conflict("door.not-public"));
        if (!release.isPublic() && !release.waits()) {
            throw Refusal.conflict("door.not-public");
        }
        rows.settle(id, ReleaseGuard.required(reason));
        takeAway(subject, reason);
    }

    private void takeAway(Subject subject, String reason) {
        rows.find(subject.id()).filter(Release::isPublic).ifPresent(release -> {
            rows.withdraw(subject.id(), clock.instant());
            guard.record("door.withdrawn", subject, reason, Map.of());
            door.changed();
        });
    }

    private Release waiting(UUID id, int version) {
        Release release = rows.locked(id).orElseThrow(() -> Refusal.conflict("door.changed-meanwhile"));
        if (!release.waits() || release.version() != version) {
            throw Refusal.conflict("door.changed-meanwhile");
        }
        return release;
    }

    private static String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
