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

    /** What is noted of the subject once it has been judged. */
    JudgedRows.Row row(Judged subject) {
        Map<String, Object> facts = book.values(subject.subject().kind(), subject.facts());
        String mark = Canonical.text(facts) + subject.name() + subject.where();
        return new JudgedRows.Row(
                subject,
                Canonical.hash(mark),
                inForce.on(today(), subject.where()).hash());
    }

    /** The caller holds {@link FindingRows#lock} and has read the subject's facts since. */
    void judge(Judged subject, @Nullable UUID sweep) {
        List<Verdict> verdicts = verdicts(subject);
        Map<String, Finding> known = new LinkedHashMap<>();
        rows.of(subject.subject()).forEach(finding -> known.put(finding.rule().id(), finding));
        for (Verdict verdict : verdicts) {
            apply(subject, verdict, known.remove(verdict.rule().id()), sweep);
        }
        for (Finding left : known.values()) {
            // an exemption outlives a rule that is switched off: when the rule comes back, so does what was decided
            boolean stands = left.state() == Finding.State.EXEMPTED;
            if (!stands && FindingMove.RULE_WITHDRAWN.startsAt(left.state())) {
                moves.move(left, FindingMove.RULE_WITHDRAWN, "", null, sweep);
            }
        }
        judged.save(List.of(row(subject)));
    }

    private void apply(Judged subject, Verdict verdict, @Nullable Finding finding, @Nullable UUID sweep) {
        Rule rule = verdict.rule();
        if (verdict.breach()) {
            Map<String, Object> facts = book.valuesFor(rule, subject.facts());
            if (finding == null) {
                moves.open(subject, rule, facts, sweep);
            } else if (FindingMove.REBOUNDED.startsAt(finding.state())) {
                moves.again(finding, FindingMove.REBOUNDED, subject, rule, facts, sweep);
            } else if (FindingMove.FACTS_CHANGED.startsAt(finding.state()) && changed(finding, rule, facts)) {
                moves.again(finding, FindingMove.FACTS_CHANGED, subject, rule, facts, sweep);
            } else if (finding.state() == Finding.State.OPEN) {
                moves.refresh(finding, subject, rule, facts);
            }
        } else if (verdict.clear() && finding != null && FindingMove.CURED_BY_FACTS.startsAt(finding.state())) {
            moves.move(finding, FindingMove.CURED_BY_FACTS, "", null, sweep);
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
