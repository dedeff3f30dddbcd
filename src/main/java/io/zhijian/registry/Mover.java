package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.Message;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.group.GroupEntry;
import io.zhijian.registry.life.Approval;
import io.zhijian.registry.life.Move;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What each move needs before it may be made, and what it changes in the row. */
@Component
class Mover {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final SubjectRows rows;
    private final SuccessorRows successors;
    private final Inbox inbox;
    private final Clock clock;

    Mover(SubjectRows rows, SuccessorRows successors, Inbox inbox, Clock clock) {
        this.rows = rows;
        this.successors = successors;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The moves the actor may make now, in the order of the table. */
    static List<Move> open(Subject subject) {
        return subject.published()
                ? List.of()
                : subject.kind().moves(subject.ownStage()).stream()
                        .filter(move -> move.approval() == Approval.NONE)
                        .filter(move -> mayMake(move, subject.jurisdiction()))
                        .toList();
    }

    /** A role counts where it reaches; for what happens by itself a service that keeps entries acts. */
    private static boolean mayMake(Move move, Jurisdiction where) {
        Actor actor = Actor.current();
        if (move.byItself()) {
            return actor.kind() == Actor.Kind.SERVICE && actor.may(Role.Power.EDIT, where);
        }
        return actor.grants().stream()
                .anyMatch(grant ->
                        move.who().contains(grant.role()) && grant.scope().covers(where));
    }

    void check(Subject subject, Move move, MoveOrder order) {
        if (subject.ownStage() != order.from()) {
            throw Refusal.conflict("registry.stage-changed");
        }
        if (!mayMake(move, subject.jurisdiction())) {
            throw Refusal.forbidden("access.out-of-reach");
        }
        if (!open(subject).contains(move)) {
            throw Refusal.invalid("registry.move-not-open");
        }
        need(move, Move.Asks.REASON, order.reason().isBlank(), "registry.reason-missing");
        need(move, Move.Asks.NOTICE, order.notice() == null, "registry.notice-missing");
        need(move, Move.Asks.END, order.end() == null, "registry.end-missing");
        need(move, Move.Asks.INTO, order.into() == null, "registry.into-missing");
        if (order.notice() != null && order.notice().isAfter(today())) {
            throw Refusal.invalid("registry.notice-future");
        }
        if (order.end() != null && order.end().isBefore(today())) {
            throw Refusal.invalid("registry.end-past");
        }
        if (order.into() != null) {
            successor(subject, order.into());
        }
    }

    /** Only a running account of the same host, of a unit above it, or of one in the same area. */
    private Successor successor(Subject subject, UUID into) {
        return successors.of(subject, into).orElseThrow(() -> Refusal.invalid("registry.into-unfit"));
    }

    void carryOut(Subject subject, Move move, MoveOrder order, Instant at) {
        rows.setStage(subject.id(), move.to(), at);
        if (order.notice() != null) {
            rows.setNotice(subject.id(), order.notice());
        }
        if (order.into() != null) {
            rows.setMergedInto(subject.id(), order.into());
            tell(subject, successor(subject, order.into()));
        }
        if (move == AccountMove.OPEN) {
            rows.setOpeningChecked(subject.id());
        }
        if (order.end() != null && subject.entry() instanceof GroupEntry group) {
            rows.setEnd(subject.id(), group.until(order.end()));
        }
    }

    /** The host of what goes on is told, where it is another one. */
    private void tell(Subject subject, Successor into) {
        if (!into.host().equals(subject.jurisdiction().unit())) {
            inbox.put(Message.toHolders(
                    Role.Power.EDIT,
                    "account.merged-into",
                    into.host(),
                    new SubjectRef(subject.kind().code(), into.id()),
                    into.name(),
                    "/" + subject.kind().path() + "/" + into.id(),
                    List.of(subject.id())));
        }
    }

    private static void need(Move move, Move.Asks what, boolean missing, String refusal) {
        if (missing && move.asks().contains(what)) {
            throw Refusal.invalid(refusal);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
