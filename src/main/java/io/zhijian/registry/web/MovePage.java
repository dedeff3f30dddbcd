package io.zhijian.registry.web;

import io.zhijian.registry.Subject;
import io.zhijian.registry.Successor;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.List;
import java.util.Map;

/**
 * Making one move.
 *
 * @param checks what speaks against it
 * @param successors for a merger: what may go on in its place
 * @param typed what was typed before
 * @param refused words of a refusal, or empty
 */
public record MovePage(
        Subject subject,
        Move move,
        List<Precheck> checks,
        List<Successor> successors,
        Map<String, String> typed,
        String refused) {

    public String action() {
        return subject.href() + "/moves/" + move.name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean asks(String what) {
        return move.asks().contains(Move.Asks.valueOf(what));
    }

    /** What people would lose, where the move leads to the end. */
    public List<String> serves() {
        return move.to() == Stage.CLOSING || move.to() == Stage.MERGED || move.to() == Stage.CLOSED
                ? Serves.of(subject)
                : List.of();
    }

    public String value(String key) {
        return typed.getOrDefault(key, "");
    }

    /** Ones parted by commas, for the ledger: what was shown when the move was made. */
    public String seen() {
        return String.join(",", checks.stream().map(Precheck::code).toList());
    }
}
