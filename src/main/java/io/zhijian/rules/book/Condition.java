package io.zhijian.rules.book;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule's condition, compiled and type-checked.
 *
 * <p>Facts nobody knows are handed to the evaluator as unknown attributes, so that {@code &&} and {@code ||} follow
 * Kleene: the answer is unknown only where it truly depends on what is missing.
 */
final class Condition {

    private final FactType type;
    private final Rule rule;
    private final Cel cel;
    private final CelAbstractSyntaxTree tree;
    private final Program program;
    private final Map<String, Object> params = new HashMap<>();
    private final int[] places;
    private final Map<String, Turns> turns = new HashMap<>();

    private Condition(FactType type, Rule rule) throws CelValidationException, CelEvaluationException {
        this.type = type;
        this.rule = rule;
        this.cel = type.environment(rule.params());
        this.tree = cel.compile(rule.when()).getAst();
        this.program = cel.createProgram(tree);
        rule.params().forEach((name, value) -> params.put("params." + name, widened(value)));
        this.places = facts().stream().mapToInt(type::place).toArray();
        type.counting().forEach(fact -> turns.put(fact, Turns.of(tree.getExpr(), type.kind(), fact, rule, params)));
    }

    /** Fails, with the compiler's own words, where the condition is not a yes-or-no question about these facts. */
    static Condition compile(FactType type, Rule rule) {
        try {
            return new Condition(type, rule);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("when: " + e.getMessage(), e);
        }
    }

    Rule rule() {
        return rule;
    }

    FactType type() {
        return type;
    }

    /** In how many days the answer could be another one, while a fact counts on from that value. */
    OptionalLong daysUntilChange(String fact, long value) {
        return turns.getOrDefault(fact, Turns.NEVER).after(value);
    }

    CelAbstractSyntaxTree tree() {
        return tree;
    }

    /** Takes the unknowns as {@link FactType#unknowns} has them. */
    Verdict judge(Record facts, @Nullable CelAttributePattern[] unknowns) {
        Object answer = evaluate(program, facts, unknowns);
        if (answer instanceof CelUnknownSet unknown) {
            return new Verdict(rule, Verdict.Outcome.UNKNOWN, names(unknown));
        }
        return new Verdict(
                rule, Boolean.TRUE.equals(answer) ? Verdict.Outcome.BREACH : Verdict.Outcome.CLEAR, Set.of());
    }

    /** Evaluates one part of the condition alone; for explanations, not for speed. */
    Verdict.Outcome judgePart(CelExpr part, Record facts) {
        try {
            Program alone = cel.createProgram(CelAbstractSyntaxTree.newCheckedAst(
                    part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
            Object answer = evaluate(alone, facts, type.unknowns(facts));
            return answer instanceof CelUnknownSet
                    ? Verdict.Outcome.UNKNOWN
                    : Boolean.TRUE.equals(answer) ? Verdict.Outcome.BREACH : Verdict.Outcome.CLEAR;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(rule.id() + ": " + e.getMessage(), e);
        }
    }

    /** The facts the condition speaks of, in the order in which it names them. */
    Set<String> facts() {
        Set<String> names = new LinkedHashSet<>();
        collect(tree.getExpr(), names);
        return names;
    }

    private void collect(CelExpr part, Set<String> names) {
        switch (part.getKind()) {
            case SELECT -> {
                CelExpr operand = part.select().operand();
                if (operand.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && operand.ident().name().equals(type.kind())) {
                    names.add(part.select().field());
                }
            }
            case CALL -> {
                part.call().target().ifPresent(target -> collect(target, names));
                part.call().args().forEach(argument -> collect(argument, names));
            }
            case LIST -> part.list().elements().forEach(element -> collect(element, names));
            default -> {}
        }
    }

    private Object evaluate(Program of, Record facts, @Nullable CelAttributePattern[] unknowns) {
        CelVariableResolver variables =
                name -> name.equals(type.kind()) ? Optional.of(facts) : Optional.ofNullable(params.get(name));
        List<CelAttributePattern> asked = asked(unknowns);
        try {
            // with all known that it speaks of, the evaluator need not look for unknowns
            return asked.isEmpty() ? of.eval(variables) : of.eval(PartialVars.of(variables, asked));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(rule.id() + ": " + e.getMessage(), e);
        }
    }

    private List<CelAttributePattern> asked(@Nullable CelAttributePattern[] unknowns) {
        List<CelAttributePattern> asked = List.of();
        for (int place : places) {
            CelAttributePattern unknown = unknowns[place];
            if (unknown != null) {
                asked = asked.isEmpty() ? new ArrayList<>(places.length) : asked;
                asked.add(unknown);
            }
        }
        return asked;
    }

    private static Set<String> names(CelUnknownSet unknown) {
        Set<String> names = new TreeSet<>();
        unknown.attributes()
                .forEach(attribute -> names.add(attribute.qualifiers().get(1).asString()));
        return names;
    }

    private static Object widened(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(FactType::widened).toList()
                : java.util.Objects.requireNonNull(FactType.widened(value));
    }
}
