package io.zhijian.registry.exchange.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is there already, in the register or further up in the file, by host and name or number. */
public final class Known {

    private final Map<String, List<One>> byName = new HashMap<>();
    private final Map<String, List<One>> byNumber = new HashMap<>();

    /**
     * One that is there.
     *
     * @param subject null for a row of the file that enters something new
     * @param row the row of the file that means it, 0 while none does
     */
    public record One(Identity identity, @Nullable UUID subject, int version, boolean ended, int[] row) {

        public boolean taken() {
            return row[0] != 0;
        }
    }

    public void add(Identity identity, @Nullable UUID subject, int version, boolean ended, int row) {
        One one = new One(identity, subject, version, ended, new int[] {row});
        byName.computeIfAbsent(identity.host() + identity.name(), key -> new ArrayList<>(1))
                .add(one);
        if (!identity.number().isEmpty()) {
            byNumber.computeIfAbsent(identity.host() + identity.number(), key -> new ArrayList<>(1))
                    .add(one);
        }
    }

    /** The number decides, then the name; one that still lives before one that has ended. */
    public Optional<One> find(Identity identity) {
        List<One> numbered = identity.number().isEmpty()
                ? List.of()
                : byNumber.getOrDefault(identity.host() + identity.number(), List.of());
        List<One> called = byName.getOrDefault(identity.host() + identity.name(), List.of());
        return best(numbered, identity, true).or(() -> best(called, identity, false));
    }

    private static Optional<One> best(List<One> ones, Identity identity, boolean numbered) {
        return ones.stream()
                .filter(one ->
                        numbered ? sameForm(one, identity) : one.identity().fits(identity))
                .min(Comparator.comparing(One::ended)
                        .thenComparing(one -> !one.identity().form().equals(identity.form())));
    }

    private static boolean sameForm(One one, Identity identity) {
        return one.identity().form().isEmpty()
                || identity.form().isEmpty()
                || one.identity().form().equals(identity.form());
    }
}
