package io.zhijian.registry;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.database.Job;
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.Message;
import io.zhijian.registry.group.GroupMove;
import io.zhijian.registry.life.Stage;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the groups whose last day is over; running it again changes nothing. */
@Component
class GroupEnds implements Job {

    private static final Logger log = LoggerFactory.getLogger(GroupEnds.class);
    private static final Actor ACTOR = Actor.service("group-end", Role.CLERK);

    /** Ended in one transaction. */
    private static final int BATCH = 200;

    private final SubjectRows rows;
    private final Register register;
    private final SubjectFacts facts;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    GroupEnds(
            SubjectRows rows,
            Register register,
            SubjectFacts facts,
            Inbox inbox,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.register = register;
        this.facts = facts;
        this.inbox = inbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "registry.group-ends";
    }

    /** Before the nightly sweep, which judges what has ended. */
    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public void run() {
        ScopedValue.where(Actor.CURRENT, ACTOR).run(() -> {
            int ended = 0;
            int now;
            do {
                Integer done = transaction.execute(status -> endSome());
                now = done == null ? 0 : done;
                ended += now;
            } while (now == BATCH);
            log.info("{} groups have come to their end", ended);
        });
    }

    private int endSome() {
        List<Subject> over = rows.pastEnd(facts.today(), BATCH);
        over.forEach(group -> register.move(group.id(), GroupMove.END, MoveOrder.of(Stage.ONLINE, "")));
        over.stream()
                .collect(Collectors.groupingBy(
                        group -> group.jurisdiction().unit(), LinkedHashMap::new, Collectors.toList()))
                .forEach((host, ended) -> inbox.put(message(host, ended)));
        return over.size();
    }

    /** One for all that ended at a host: while it is unread it grows. */
    private static Message message(UUID host, List<Subject> ended) {
        return Message.toHolders(
                Role.Power.EDIT,
                "group.ended",
                host,
                new SubjectRef("unit", host),
                ended.getFirst().hostName(),
                "/" + SubjectKind.GROUP.path() + "?stage=" + Stage.ENDING.name(),
                ended.stream().map(Subject::id).toList());
    }
}
