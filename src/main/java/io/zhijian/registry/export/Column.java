package io.zhijian.registry.export;

import io.zhijian.registry.Subject;
import io.zhijian.registry.entry.Typed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table made of a list.
 *
 * @param couldRank whether it holds figures by which people or units could be ranked (K23 article 10)
 */
record Column(String title, boolean couldRank, Function<Line, @Nullable Object> value) {

    /** One that holds no such figures. */
    static Column of(String title, Function<Line, @Nullable Object> value) {
        return new Column(title, false, value);
    }

    /** The subject of one row, and its entry field by field, worked out once and only where a column asks. */
    static final class Line {

        private final Subject subject;
        private final Map<String, List<Integer>> rows = new HashMap<>();
        private @Nullable Typed typed;

        Line(Subject subject) {
            this.subject = subject;
        }

        Subject subject() {
            return subject;
        }

        /** The rows of a group, looked up once for all its columns. */
        List<Integer> rows(String group) {
            return rows.computeIfAbsent(group, unknown -> typed().rows(group));
        }

        Typed typed() {
            Typed known = typed;
            if (known == null) {
                known = subject.kind().shape().typed(subject.entry());
                typed = known;
            }
            return known;
        }
    }
}
