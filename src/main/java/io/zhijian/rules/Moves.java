package io.zhijian.rules;

import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import io.zhijian.ledger.Ledger;
import io.zhijian.rules.book.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the moves of {@link FindingMove}; written are the row, its event and the ledger, together or not at all. */
@Component
class Moves {

    private final FindingWrites rows;
    private final Ledger ledger;
    private final MoveNews news;
    private final Clock clock;

    Moves(FindingWrites rows, Ledger ledger, MoveNews news, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
    }

    void open(Changes changes, Judged subject, Rule rule, Map<String, Object> facts) {
        changes.open(new Finding(
                Ids.next(),
                subject.subject(),
                subject.name(),
                subject.where(),
                rule,
                Finding.State.OPEN,
                facts,
                rule.params(),
                clock.instant(),
                null,
                0,
                null,
                1));
    }

    /** Keeps an open finding up to date with the facts and the rule it now rests on; no move, no event. */
    void refresh(Changes changes, Finding finding, Judged subject, Rule rule, Map<String, Object> facts) {
        Finding fresh = restated(finding, subject, rule, facts);
        if (!fresh.equals(finding)) {
            changes.restate(fresh);
        }
    }

    /** Found again, on the facts and by the rule of today. */
    void again(
            Changes changes, Finding finding, FindingMove move, Judged subject, Rule rule, Map<String, Object> facts) {
        move(changes, restated(finding, subject, rule, facts), move, "", null);
    }

    /** Any other move: what it rests on stays as it was. */
    void move(
            Changes changes, Finding finding, FindingMove move, String reason, Finding.@Nullable Exemption exemption) {
        if (!move.startsAt(finding.state())) {
            throw Refusal.conflict(
                    "rules.finding-moved", Texts.t(finding.state().textKey()));
        }
        Instant now = clock.instant();
        boolean back = move.to() == Finding.State.OPEN;
        Finding moved = new Finding(
                finding.id(),
                finding.subject(),
                finding.subjectName(),
                finding.where(),
                finding.rule(),
                move.to(),
                finding.facts(),
                finding.params(),
                back ? now : finding.openedAt(),
                move.to().closed() ? now : null,
                finding.timesReopened() + (back ? 1 : 0),
                exemption,
                finding.version());
        changes.move(moved, move, finding.state(), reason);
    }

    private static Finding restated(Finding finding, Judged subject, Rule rule, Map<String, Object> facts) {
        return new Finding(
                finding.id(),
                subject.subject(),
                subject.name(),
                subject.where(),
                rule,
                finding.state(),
                facts,
                rule.params(),
                finding.openedAt(),
                finding.closedAt(),
                finding.timesReopened(),
                finding.exemption(),
                finding.version());
    }

    /** In the caller's transaction. */
    void write(Changes changes, @Nullable UUID sweep) {
        rows.write(changes, sweep);
        changes.moves().forEach(made -> news.note(made.finding()));
        ledger.write(changes.moves().stream().map(Moves::decision).toList());
    }

    private static Ledger.Decision decision(Changes.Made made) {
        Finding finding = made.finding();
        return new Ledger.Decision(
                made.move().action(),
                finding.ref(),
                finding.where(),
                made.reason(),
                Map.of(
                        "name", finding.subjectName(),
                        "subject", finding.subject().toString(),
                        "rule", finding.rule().id(),
                        "hash", finding.rule().hash()));
    }
}
