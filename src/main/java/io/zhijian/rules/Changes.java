package io.zhijian.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a judgement comes to before it is written, so that a batch is written at once; a finding occurs once. */
final class Changes {

    /** A finding as it stands after the move. */
    record Made(Finding finding, FindingMove move, Finding.@Nullable State from, String reason) {}

    private final List<Finding> opened = new ArrayList<>();
    private final List<Finding> changed = new ArrayList<>();
    private final List<Made> moves = new ArrayList<>();

    void open(Finding finding) {
        opened.add(finding);
        moves.add(new Made(finding, FindingMove.FOUND, null, ""));
    }

    /** No move: it only rests on other facts. */
    void restate(Finding finding) {
        changed.add(finding);
    }

    void move(Finding moved, FindingMove move, Finding.State from, String reason) {
        changed.add(moved);
        moves.add(new Made(moved, move, from, reason));
    }

    List<Finding> opened() {
        return opened;
    }

    List<Finding> changed() {
        return changed;
    }

    List<Made> moves() {
        return moves;
    }
}
