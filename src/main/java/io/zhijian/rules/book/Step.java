package io.zhijian.rules.book;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a condition and how it came out, so that a person can follow the judgement part by part.
 *
 * @param source the part as it stands in the rule
 * @param fact what a {@link Kind#TEST} asks about; null where it asks about no single fact
 * @param test how it asks: "true" for the bare fact, or "in", "equals", "matches"
 * @param against what it is compared with
 * @param outcome whether this part holds (BREACH), does not (CLEAR), or cannot be said
 */
public record Step(
        Kind kind,
        String source,
        @Nullable String fact,
        String test,
        List<Object> against,
        Verdict.Outcome outcome,
        List<Step> parts) {

    /** All of, any of, not, or a single question. */
    public enum Kind {
        ALL,
        ANY,
        NOT,
        TEST
    }

    static Step of(Condition condition, CelExpr part, Record facts) {
        Verdict.Outcome outcome = condition.judgePart(part, facts);
        String source = unparsed(condition, part);
        String function =
                part.getKind() == CelExpr.ExprKind.Kind.CALL ? part.call().function() : "";
        return switch (function) {
            case "_&&_" -> group(Kind.ALL, function, condition, part, facts, source, outcome);
            case "_||_" -> group(Kind.ANY, function, condition, part, facts, source, outcome);
            case "!_" -> group(Kind.NOT, function, condition, part, facts, source, outcome);
            default -> test(condition, part, function, source, outcome);
        };
    }

    private static Step group(
            Kind kind,
            String function,
            Condition condition,
            CelExpr part,
            Record facts,
            String source,
            Verdict.Outcome outcome) {
        List<CelExpr> members = new ArrayList<>();
        part.call().args().forEach(argument -> flatten(argument, function, members));
        List<Step> parts =
                members.stream().map(member -> of(condition, member, facts)).toList();
        return new Step(kind, source, null, "", List.of(), outcome, parts);
    }

    /** {@code a && b && c} is one list of three. */
    private static void flatten(CelExpr part, String function, List<CelExpr> members) {
        boolean same = !function.equals("!_")
                && part.getKind() == CelExpr.ExprKind.Kind.CALL
                && part.call().function().equals(function);
        if (same) {
            part.call().args().forEach(argument -> flatten(argument, function, members));
        } else {
            members.add(part);
        }
    }

    private static Step test(
            Condition condition, CelExpr part, String function, String source, Verdict.Outcome outcome) {
        if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return new Step(Kind.TEST, source, fact(part), "true", List.of(), outcome, List.of());
        }
        List<CelExpr> operands = new ArrayList<>(part.call().args());
        part.call().target().ifPresent(operands::addFirst);
        String test = switch (function) {
            case "@in" -> "in";
            case "_==_" -> "equals";
            default -> function;
        };
        List<Object> against = operands.size() == 2 ? values(condition.rule(), operands.get(1)) : List.of();
        return new Step(Kind.TEST, source, fact(operands.getFirst()), test, against, outcome, List.of());
    }

    private static @Nullable String fact(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.SELECT ? part.select().field() : null;
    }

    private static List<Object> values(Rule rule, CelExpr operand) {
        return switch (operand.getKind()) {
            case CONSTANT -> constant(operand.constant()).map(List::of).orElse(List.of());
            case LIST ->
                operand.list().elements().stream()
                        .flatMap(element -> values(rule, element).stream())
                        .toList();
            case IDENT -> {
                Object value = rule.params().get(operand.ident().name().replaceFirst("^params\\.", ""));
                yield value instanceof List<?> list ? List.copyOf(list) : value == null ? List.of() : List.of(value);
            }
            default -> List.of();
        };
    }

    private static Optional<Object> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            default -> Optional.empty();
        };
    }

    private static String unparsed(Condition condition, CelExpr part) {
        try {
            return CelUnparserFactory.newUnparser()
                    .unparse(CelAbstractSyntaxTree.newParsedAst(
                            part, condition.tree().getSource()));
        } catch (IllegalArgumentException e) {
            return condition.rule().when();
        }
    }
}
