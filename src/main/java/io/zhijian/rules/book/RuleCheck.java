package io.zhijian.rules.book;

import java.util.Map;
import java.util.Set;

/** What must hold of a rule file beyond its shape: its clause exists and speaks so, its proof is complete, it may be on. */
final class RuleCheck {

    private RuleCheck() {}

    static void check(Node node, Rule rule, Map<String, Regulation> regulations) {
        Regulation regulation = regulations.get(rule.basis().regulation());
        if (regulation == null) {
            throw node.bad("basis: no regulation '" + rule.basis().regulation() + "'");
        }
        if (!regulation.about().isEmpty() && !regulation.about().contains(rule.about())) {
            throw node.bad("about: " + regulation.id() + " speaks of " + regulation.about() + " only");
        }
        Regulation.Article article = regulation
                .article(rule.basis().article())
                .orElseThrow(() -> node.bad("basis: no article " + rule.basis().article()));
        if (!article.points().containsAll(rule.basis().points())) {
            throw node.bad("basis: article " + article.number() + " holds " + article.points());
        }
        if (!article.modalities().contains(rule.modality())) {
            throw node.bad("modality: article " + article.number() + " speaks " + article.modalities());
        }
        boolean sure = rule.verified().mayJudge() && article.verified().mayJudge();
        if (rule.enabled() && !sure) {
            throw node.bad("enabled: stays off until an office has checked the official text");
        }
        if (rule.checked() != null) {
            throw node.bad("checked: is for an office to say, not for a file");
        }
        checkProof(node, rule);
    }

    private static void checkProof(Node node, Rule rule) {
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            if (rule.examples().stream().noneMatch(example -> example.found() == outcome)) {
                throw node.bad("examples: none is " + outcome);
            }
        }
    }

    static void checkFacts(Node node, Condition condition) {
        Rule rule = condition.rule();
        Set<String> known = condition.type().names();
        rule.fields().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw node.bad("fields: no fact is called '" + field + "'");
                });
        for (Rule.Example example : rule.examples()) {
            example.given().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw node.bad("examples: no fact is called '" + name + "'");
                    });
            condition.type().of(example.given());
        }
    }
}
