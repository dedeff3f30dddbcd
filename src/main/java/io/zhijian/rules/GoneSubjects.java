package io.zhijian.rules;

import io.zhijian.base.Refusal;
import io.zhijian.base.SubjectRef;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes what was found about subjects that are taken out of the register again, as if they had never been there. */
@Service
public class GoneSubjects {

    private final FindingRows rows;
    private final FindingSearch search;
    private final Moves moves;

    GoneSubjects(FindingRows rows, FindingSearch search, Moves moves) {
        this.rows = rows;
        this.search = search;
        this.moves = moves;
    }

    /** Refuses where a person has decided about one of the findings already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String kind, List<UUID> subjects, String reason) {
        Changes changes = new Changes();
        for (UUID id : search.withFindings(kind, subjects)) {
            for (Finding finding : rows.of(new SubjectRef(kind, id))) {
                switch (finding.state()) {
                    case OPEN -> moves.move(changes, finding, FindingMove.RULE_WITHDRAWN, reason, null);
                    case CONFIRMED, EXEMPTED, DISMISSED -> throw Refusal.conflict("rules.decided-already");
                    case CURED, WITHDRAWN -> {}
                }
            }
        }
        moves.write(changes, null);
    }
}
