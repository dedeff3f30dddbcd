package io.zhijian.rules.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Explanation;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the page of one finding. */
@Component
class FindingPages {

    private final Findings findings;
    private final Rulebook book;
    private final Subjects subjects;

    FindingPages(Findings findings, Rulebook book, Subjects subjects) {
        this.findings = findings;
        this.book = book;
        this.subjects = subjects;
    }

    FindingPage page(UUID id, FindingPage.Decision decision) {
        Finding finding = findings.find(id).orElseThrow(() -> Refusal.notFound("rules.finding-unknown"));
        Rule rule = finding.rule();
        Regulation regulation =
                book.regulation(rule.basis().regulation()).orElseThrow(() -> Refusal.notFound("page.not-found"));
        Actor actor = Actor.current();
        return new FindingPage(
                finding,
                subjects.href(finding.subject()).orElse(null),
                actor.may(Role.Power.EDIT, finding.where()) && finding.state().waits()
                        ? subjects.editHref(finding.subject(), toMend(finding)).orElse(null)
                        : null,
                facts(finding),
                condition(finding),
                regulation,
                regulation.article(rule.basis().article()).orElse(null),
                book.rule(rule.id()).map(now -> !now.hash().equals(rule.hash())).orElse(true),
                findings.history(id),
                actor.may(Role.Power.DECIDE, finding.where()),
                decision);
    }

    /** The first fact of the repair that is not as it should be, going by the order of the entry. */
    private static String toMend(Finding finding) {
        List<String> fields = finding.rule().fields();
        return fields.stream()
                .filter(field -> finding.facts().containsKey(field))
                .findFirst()
                .orElse(fields.getFirst());
    }

    private List<FindingPage.Fact> facts(Finding finding) {
        String kind = finding.subject().kind();
        return finding.facts().entrySet().stream()
                .map(fact -> new FindingPage.Fact(
                        subjects.label(kind, fact.getKey()),
                        subjects.value(kind, fact.getKey(), fact.getValue()),
                        fact.getValue() == null))
                .toList();
    }

    private List<ConditionWords.Line> condition(Finding finding) {
        Optional<Explanation> explanation;
        try {
            explanation = book.explain(finding.rule(), finding.facts());
        } catch (IllegalStateException e) {
            // the rule speaks of a fact that is no longer known by that name
            return List.of();
        }
        return explanation
                .map(each -> ConditionWords.of(each.step(), finding.subject().kind(), subjects))
                .orElse(List.of());
    }
}
