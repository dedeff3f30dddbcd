package io.zhijian.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the moves of a transaction and tells them at its end, once: a sweep moves hundreds at a time. */
@Component
class MoveNews {

    private final ApplicationEventPublisher events;

    MoveNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A finding that moves twice in a transaction is told as it stands at the end. */
    void note(Finding finding) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Map<UUID, FindingsMoved.Moved> known = gathered();
        known.put(
                finding.id(),
                new FindingsMoved.Moved(
                        finding.id(),
                        finding.subject(),
                        finding.subjectName(),
                        finding.where().unit(),
                        finding.state()));
    }

    private Map<UUID, FindingsMoved.Moved> gathered() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Gathering gathering) {
                return gathering.moves;
            }
        }
        Gathering gathering = new Gathering();
        TransactionSynchronizationManager.registerSynchronization(gathering);
        return gathering.moves;
    }

    private final class Gathering implements TransactionSynchronization {

        private final Map<UUID, FindingsMoved.Moved> moves = new LinkedHashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            events.publishEvent(new FindingsMoved(List.copyOf(moves.values()), 1));
        }
    }
}
