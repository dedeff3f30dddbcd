package io.zhijian.rules.book;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * At which values a fact that counts days can turn a condition. Known where the condition only compares the fact with whole
 * numbers; otherwise every day may turn it.
 *
 * @param values the numbers it is compared with
 */
record Turns(SortedSet<Long> values, boolean daily) {

    static final Turns NEVER = new Turns(new TreeSet<>(), false);

    private static final Set<String> COMPARISONS = Set.of("_>_", "_>=_", "_<_", "_<=_", "_==_", "_!=_");

    static Turns of(CelExpr condition, String kind, String fact, Rule rule, Map<String, Object> params) {
        Reader reader = new Reader(kind, fact, params);
        reader.read(condition);
        long spoken = Pattern.compile("\\b" + kind + "\\." + fact + "\\b")
                .matcher(rule.when())
                .results()
                .count();
        return new Turns(reader.values, spoken > reader.understood);
    }

    /** Days from a value on to the next at which something may turn: at the number itself or right behind it. */
    OptionalLong after(long value) {
        if (daily) {
            return OptionalLong.of(1);
        }
        for (long number : values.tailSet(value)) {
            return OptionalLong.of(number > value ? number - value : 1);
        }
        return OptionalLong.empty();
    }

    private static final class Reader {

        private final String kind;
        private final String fact;
        private final Map<String, Object> params;
        private final SortedSet<Long> values = new TreeSet<>();
        private int understood;

        Reader(String kind, String fact, Map<String, Object> params) {
            this.kind = kind;
            this.fact = fact;
            this.params = params;
        }

        void read(CelExpr part) {
            if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
                return;
            }
            List<CelExpr> arguments = part.call().args();
            if (COMPARISONS.contains(part.call().function()) && arguments.size() == 2) {
                compare(arguments.getFirst(), arguments.getLast());
                compare(arguments.getLast(), arguments.getFirst());
            }
            arguments.forEach(this::read);
        }

        private void compare(CelExpr one, CelExpr other) {
            Long number = isFact(one) ? number(other) : null;
            if (number != null) {
                values.add(number);
                understood++;
            }
        }

        private boolean isFact(CelExpr part) {
            return part.getKind() == CelExpr.ExprKind.Kind.SELECT
                    && part.select().field().equals(fact)
                    && part.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                    && part.select().operand().ident().name().equals(kind);
        }

        private @Nullable Long number(CelExpr part) {
            return switch (part.getKind()) {
                case CONSTANT ->
                    part.constant().getKind() == CelConstant.Kind.INT64_VALUE
                            ? part.constant().int64Value()
                            : null;
                case IDENT -> params.get(part.ident().name()) instanceof Long value ? value : null;
                case SELECT ->
                    part.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                                    && params.get(part.select()
                                                            .operand()
                                                            .ident()
                                                            .name() + "."
                                                    + part.select().field())
                                            instanceof Long value
                            ? value
                            : null;
                default -> null;
            };
        }
    }
}
