package io.zhijian.rules;

import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.rules.book.Verdict;
import io.zhijian.rules.office.InForce;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns verdicts into findings: opens what is newly found, cures what is clear, leaves alone what is unknown. */
@Component
class Judging {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Rulebook book;
    private final InForce inForce;
    private final FindingRows rows;
    private final JudgedRows judged;
    private final Moves moves;
    private final Clock clock;

    Judging(Rulebook book, InForce inForce, FindingRows rows, JudgedRows judged, Moves moves, Clock clock) {
        this.book = book;
        this.inForce = inForce;
        this.rows = rows;
        this.judged = judged;
        this.moves = moves;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    List<Verdict> verdicts(Judged subject) {
        return inForce.on(today(), subject.where()).judge(subject.subject().kind(), subject.facts());
    }

    /** Whether the rule judges there today. */
    boolean applies(Finding finding) {
        return inForce.on(today(), finding.where()).rule(finding.rule().id()).isPresent();
    }

    /** By what the subject is judged now: its facts and the rules on its kind at its place. */
    String mark(Judged subject) {
        String kind = subject.subject().kind();
        LocalDate today = today();
        // days that go by are no change: the day they count from is
        return Canonical.hash(book.line(kind, subject.facts(), today) + subject.name() + subject.where())
                + inForce.on(today, subject.where()).hash(kind);
    }

    /** What is noted of the subject once it has been judged. */
    JudgedRows.Row row(Judged subject, String mark, List<Verdict> verdicts) {
        return new JudgedRows.Row(subject, mark, due(subject, verdicts));
    }

    /** The next day on which days that go by could change a verdict, or what an open finding says. */
    private @Nullable LocalDate due(Judged subject, List<Verdict> verdicts) {
        String kind = subject.subject().kind();
        OptionalLong days = inForce.on(today(), subject.where()).daysUntilChange(kind, subject.facts());
        boolean counting = days.isPresent() || book.counting(kind);
        if (counting
                && verdicts.stream()
                        .anyMatch(verdict -> verdict.breach()
                                && book.factsOf(verdict.rule()).stream().anyMatch(fact -> book.elapsed(kind, fact)))) {
            return today().plusDays(1);
        }
        return days.isPresent() ? today().plusDays(days.getAsLong()) : null;
    }

    /** The caller holds {@link FindingRows#lock} and has read the subject's facts since. */
    void judge(Judged subject, @Nullable UUID sweep) {
        Changes changes = new Changes();
        List<Verdict> verdicts = verdicts(subject);
        judge(subject, verdicts, rows.of(subject.subject()), changes);
        moves.write(changes, sweep);
        judged.save(List.of(row(subject, mark(subject), verdicts)));
    }

    /**
     * What comes of it, still to be written.
     *
     * @param findings all there are of the subject
     */
    void judge(Judged subject, List<Verdict> verdicts, List<Finding> findings, Changes changes) {
        Map<String, Finding> known = new LinkedHashMap<>();
        findings.forEach(finding -> known.put(finding.rule().id(), finding));
        for (Verdict verdict : verdicts) {
            apply(subject, verdict, known.remove(verdict.rule().id()), changes);
        }
        for (Finding left : known.values()) {
            // an exemption outlives a rule that is switched off: when the rule comes back, so does what was decided
            boolean stands = left.state() == Finding.State.EXEMPTED;
            if (!stands && FindingMove.RULE_WITHDRAWN.startsAt(left.state())) {
                moves.move(changes, left, FindingMove.RULE_WITHDRAWN, "", null);
            }
        }
    }

    private void apply(Judged subject, Verdict verdict, @Nullable Finding finding, Changes changes) {
        Rule rule = verdict.rule();
        if (verdict.breach()) {
            Map<String, Object> facts = book.valuesFor(rule, subject.facts());
            if (finding == null) {
                moves.open(changes, subject, rule, facts);
            } else if (FindingMove.REBOUNDED.startsAt(finding.state())) {
                moves.again(changes, finding, FindingMove.REBOUNDED, subject, rule, facts);
            } else if (FindingMove.FACTS_CHANGED.startsAt(finding.state()) && changed(finding, rule, facts)) {
                moves.again(changes, finding, FindingMove.FACTS_CHANGED, subject, rule, facts);
            } else if (finding.state() == Finding.State.OPEN) {
                moves.refresh(changes, finding, subject, rule, facts);
            }
        } else if (verdict.clear() && finding != null && FindingMove.CURED_BY_FACTS.startsAt(finding.state())) {
            moves.move(changes, finding, FindingMove.CURED_BY_FACTS, "", null);
        }
    }

    /** A decision holds for the facts it was taken on: whether one that is to be mended has another value now. */
    private boolean changed(Finding finding, Rule rule, Map<String, Object> facts) {
        return rule.fields().stream().anyMatch(field -> {
            Object now = facts.get(field);
            Object then = finding.facts().get(field);
            if (now instanceof Long days && then instanceof Number before && book.elapsed(rule.about(), field)) {
                return days < before.longValue();
            }
            return now != null && !now.equals(then);
        });
    }
}
