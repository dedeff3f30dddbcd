package io.zhijian.registry.news;

import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.Message;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.Grace;
import io.zhijian.registry.exchange.GraceOver;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingsMoved;
import io.zhijian.rules.FindingsMoved.Moved;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who keep an entry what was found about it and what was decided; one message per subject while unread. */
@Component
class FindingNews {

    private static final String OPENED = "finding.opened";
    private static final String DECIDED = "finding.decided";

    private final Inbox inbox;

    private final Grace grace;

    FindingNews(Inbox inbox, Grace grace) {
        this.inbox = inbox;
        this.grace = grace;
    }

    /** Belongs to the transaction in which they moved; telling it twice changes nothing. */
    @EventListener
    void moved(FindingsMoved event) {
        List<Moved> settled = event.moves().stream()
                .filter(moved -> moved.to() != Finding.State.OPEN)
                .toList();
        inbox.takeBack(
                settled.stream().map(Moved::subject).toList(),
                settled.stream().map(Moved::finding).toList());
        Set<UUID> tidying =
                grace.among(event.moves().stream().map(Moved::unit).distinct().toList());
        put(event.moves().stream()
                .filter(moved -> moved.to() != Finding.State.OPEN || !tidying.contains(moved.unit()))
                .toList());
    }

    /** The days after a host's first import are over: what was kept from it then and still stands is told now. */
    @EventListener
    void tidied(GraceOver event) {
        put(event.open());
    }

    private void put(List<Moved> moves) {
        Map<List<Object>, List<Moved>> piles = moves.stream()
                .filter(moved -> cause(moved).isPresent())
                .collect(Collectors.groupingBy(
                        moved -> List.of(cause(moved).orElseThrow(), moved.subject(), moved.unit()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        inbox.put(piles.values().stream().map(FindingNews::message).toList());
    }

    private static Message message(List<Moved> pile) {
        Moved first = pile.getFirst();
        List<UUID> findings = pile.stream().map(Moved::finding).toList();
        String cause = cause(first).orElseThrow();
        return Message.toHolders(
                Role.Power.EDIT,
                cause,
                first.unit(),
                first.subject(),
                first.subjectName(),
                href(first.subject()),
                findings);
    }

    private static Optional<String> cause(Moved moved) {
        return switch (moved.to()) {
            case OPEN -> Optional.of(OPENED);
            case CONFIRMED, EXEMPTED, DISMISSED -> Optional.of(DECIDED);
            // its host put it right and knows; or the rule is gone
            case CURED, WITHDRAWN -> Optional.empty();
        };
    }

    private static String href(SubjectRef subject) {
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> kind.code().equals(subject.kind()))
                .findFirst()
                .map(kind -> "/" + kind.path() + "/" + subject.id())
                .orElse("/");
    }
}
