package io.zhijian.registry.exchange.stage;

import io.zhijian.registry.exchange.row.CellProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the sheet after it was looked at; its document stays in the database. */
public record StagedRow(
        int number,
        State state,
        String name,
        @Nullable UUID subject,
        List<CellProblem> problems,
        @Nullable UUID likely,
        @Nullable Integer likelyRow) {

    /** What taking it would do. */
    public enum State {
        ENTERED,
        REVISED,
        SAME,
        WRONG
    }
}
