package io.zhijian.rules.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.rules.sweep.Sweep;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the law asks, article by article, which rules check it, and what they found within the reader's reach. */
@Controller
class RulebookController {

    private final Rulebook book;
    private final Findings findings;
    private final Sweep sweep;
    private final Subjects subjects;

    RulebookController(Rulebook book, Findings findings, Sweep sweep, Subjects subjects) {
        this.book = book;
        this.findings = findings;
        this.sweep = sweep;
        this.subjects = subjects;
    }

    @GetMapping("/rulebook")
    @Access(Access.Level.SIGNED_IN)
    String list(Model model) {
        Map<String, Findings.Count> counts = findings.counts();
        List<RulebookPage.Document> documents = book.regulations().stream()
                .map(regulation -> new RulebookPage.Document(
                        regulation,
                        regulation.articles().stream()
                                .map(article -> article(regulation, article, counts))
                                .toList()))
                .toList();
        model.addAttribute("page", new RulebookPage(documents, lastChange()));
        return "rules/rulebook";
    }

    @GetMapping("/rulebook/{regulation}/{article}")
    @Access(Access.Level.SIGNED_IN)
    String article(@PathVariable String regulation, @PathVariable int article, Model model) {
        Regulation document = book.regulation(regulation).orElseThrow(() -> Refusal.notFound("page.not-found"));
        Regulation.Article found = document.article(article).orElseThrow(() -> Refusal.notFound("page.not-found"));
        model.addAttribute("page", new ArticlePage(document, article(document, found, findings.counts())));
        return "rules/article";
    }

    @GetMapping("/rulebook/rules/{id}")
    @Access(Access.Level.SIGNED_IN)
    String rule(@PathVariable String id, Model model) {
        Rule rule = book.rule(id).orElseThrow(() -> Refusal.notFound("page.not-found"));
        Regulation regulation =
                book.regulation(rule.basis().regulation()).orElseThrow(() -> Refusal.notFound("page.not-found"));
        List<ConditionWords.Line> condition = book.explain(rule, Map.of())
                .map(explanation -> ConditionWords.of(explanation.step(), rule.about(), subjects))
                .orElse(List.of());
        model.addAttribute(
                "page",
                new RulePage(
                        rule,
                        regulation,
                        regulation.article(rule.basis().article()).orElse(null),
                        condition,
                        rule.params().entrySet().stream().map(this::param).toList(),
                        rule.examples().stream()
                                .map(example -> example(rule, example))
                                .toList(),
                        findings.counts().get(id)));
        return "rules/rule";
    }

    private RulebookPage.ArticleLine article(
            Regulation regulation, Regulation.Article article, Map<String, Findings.Count> counts) {
        return new RulebookPage.ArticleLine(
                regulation.id(),
                article,
                book.rulesOf(regulation.id(), article.number()).stream()
                        .map(rule -> new RulebookPage.RuleLine(rule, counts.get(rule.id())))
                        .toList());
    }

    private RulebookPage.@Nullable Change lastChange() {
        return sweep.lastWithOtherRules()
                .map(run -> {
                    Collection<Findings.Change> moved =
                            findings.changesBy(run.id()).values();
                    return new RulebookPage.Change(
                            run.startedAt(),
                            sweep.changes(run),
                            moved.stream().mapToLong(Findings.Change::opened).sum(),
                            moved.stream().mapToLong(Findings.Change::closed).sum());
                })
                .orElse(null);
    }

    private RulePage.Param param(Map.Entry<String, Object> param) {
        String value = param.getValue() instanceof List<?> list
                ? String.join(
                        io.zhijian.base.Texts.t("rules.comma"),
                        list.stream().map(String::valueOf).toList())
                : String.valueOf(param.getValue());
        return new RulePage.Param(param.getKey(), value);
    }

    private RulePage.Example example(Rule rule, Rule.Example example) {
        List<String> given = example.given().entrySet().stream()
                .map(fact -> subjects.label(rule.about(), fact.getKey())
                        + io.zhijian.base.Texts.t("rules.colon")
                        + subjects.value(rule.about(), fact.getKey(), fact.getValue()))
                .toList();
        return new RulePage.Example(given, example.found());
    }
}
