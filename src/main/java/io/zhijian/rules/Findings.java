package io.zhijian.rules;

import io.zhijian.base.Actor;
import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that seems wrong, and what people decided about it. */
@Service
public class Findings {

    /** Longest reason or basis a person may give, in characters. */
    public static final int LONGEST_TEXT = 1_000;

    private final Judging judging;
    private final FindingRows rows;
    private final FindingSearch search;
    private final Moves moves;

    Findings(Judging judging, FindingRows rows, FindingSearch search, Moves moves) {
        this.judging = judging;
        this.rows = rows;
        this.search = search;
        this.moves = moves;
    }

    /** How many findings of a rule wait, and how many there ever were. */
    public record Count(long waiting, long total) {}

    /** How many findings a sweep opened and closed. */
    public record Change(long opened, long closed) {}

    /** Judges a subject by today's rules in the caller's transaction: opens, cures, re-opens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void judge(Judged subject) {
        rows.lock(subject.subject());
        judging.judge(subject, null);
    }

    /** The facts that today's rules ask of the subject and nobody has told; 待补充, in the order of their names. What a clerk cannot tell is left out. */
    public SortedSet<String> missing(Judged subject) {
        SortedSet<String> missing = new TreeSet<>();
        judging.verdicts(subject)
                .forEach(verdict -> verdict.missing().stream()
                        .filter(verdict.rule().fields()::contains)
                        .forEach(missing::add));
        return missing;
    }

    @Transactional(readOnly = true)
    public List<Finding> of(SubjectRef subject) {
        return rows.of(subject);
    }

    @Transactional(readOnly = true)
    public Optional<Finding> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Paging<Finding> search(FindingFilter filter, int page) {
        return search.search(filter, page);
    }

    @Transactional(readOnly = true)
    public List<Finding.Event> history(UUID finding) {
        return search.history(finding);
    }

    /** Ids of the subjects of one kind, within the reader's reach, on which a finding waits. */
    @Transactional(readOnly = true)
    public Set<UUID> waitingSubjects(String kind) {
        return search.waitingSubjects(kind);
    }

    /** Those of these subjects, within the reader's reach, on which a finding waits. */
    @Transactional(readOnly = true)
    public Set<UUID> waitingAmong(String kind, Collection<UUID> ids) {
        return search.waitingAmong(kind, ids);
    }

    /** By rule, within the reader's reach. */
    @Transactional(readOnly = true)
    public Map<String, Count> counts() {
        return search.counts();
    }

    /** How many wait on which the reader may act with that power; only unconfirmed ones wait for a decision. */
    @Transactional(readOnly = true)
    public long waiting(Role.Power power) {
        return search.waiting(power.code(), power == Role.Power.DECIDE);
    }

    /** What one sweep opened and closed, by rule, within the reader's reach. */
    @Transactional(readOnly = true)
    public Map<String, Change> changesBy(UUID sweep) {
        return search.changes(sweep);
    }

    /** A person has checked that it is so. */
    @Transactional
    public void confirm(UUID id, String reason) {
        decide(id, FindingMove.CONFIRM, reason, null);
    }

    /** Allows it until a day, that day included. */
    @Transactional
    public void exempt(UUID id, String reason, String basis, @Nullable LocalDate expires) {
        String said = text(basis, "rules.basis-missing");
        if (expires == null || expires.isBefore(judging.today())) {
            throw Refusal.invalid("rules.expiry-past");
        }
        if (expires.isAfter(judging.today().plusYears(1))) {
            throw Refusal.invalid("rules.expiry-far");
        }
        decide(id, FindingMove.EXEMPT, reason, new Finding.Exemption(reason.strip(), said, expires));
    }

    /** A person has found that it is not so. */
    @Transactional
    public void dismiss(UUID id, String reason) {
        decide(id, FindingMove.DISMISS, reason, null);
    }

    /** Takes a decision back. */
    @Transactional
    public void reopen(UUID id, String reason) {
        decide(id, FindingMove.REOPEN, reason, null);
    }

    /** For a sweep: re-opens up to 500 findings whose exemption has run out; returns how many. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int expire(UUID sweep) {
        List<Finding> over = rows.exemptedUntilBefore(judging.today());
        Changes changes = new Changes();
        over.forEach(finding -> moves.move(
                changes,
                finding,
                judging.applies(finding) ? FindingMove.EXPIRED : FindingMove.RULE_WITHDRAWN,
                "",
                null));
        moves.write(changes, sweep);
        return over.size();
    }

    private void decide(UUID id, FindingMove move, String reason, Finding.@Nullable Exemption exemption) {
        String said = text(reason, "rules.reason-missing");
        rows.lockRow(id);
        Finding finding = rows.find(id).orElseThrow(() -> Refusal.notFound("rules.finding-unknown"));
        Actor.current().require(Role.Power.DECIDE, finding.where());
        Changes changes = new Changes();
        moves.move(changes, finding, move, said, exemption);
        moves.write(changes, null);
    }

    private static String text(String text, String refusal) {
        if (text.isBlank()) {
            throw Refusal.invalid(refusal);
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw Refusal.invalid("rules.text-long", LONGEST_TEXT);
        }
        return text.strip();
    }
}
