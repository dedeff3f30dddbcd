package io.zhijian.rules.web;

import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.sweep.Sweep;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All documents with their articles, rules and findings, and what the last change of rules brought. */
public record RulebookPage(
        List<Document> documents, @Nullable Change change) {

    /** One regulation. */
    public record Document(Regulation regulation, List<ArticleLine> articles) {}

    /** One article with the rules that check it. */
    public record ArticleLine(String regulation, Regulation.Article article, List<RuleLine> rules) {

        public String href() {
            return "/rulebook/" + regulation + "/" + article.number();
        }
    }

    /** One rule with its findings within the reader's reach. */
    public record RuleLine(Rule rule, Findings.@Nullable Count count) {

        public String href() {
            return "/rulebook/rules/" + rule.id();
        }

        public long waiting() {
            return count == null ? 0 : count.waiting();
        }

        public String findingsHref() {
            return "/findings?rule=" + rule.id();
        }
    }

    /** What the last sweep under other rules brought, within the reader's reach. */
    public record Change(Instant at, Map<String, Sweep.RuleChange> rules, long opened, long closed) {

        public String textKey(Sweep.RuleChange change) {
            return "rules.change." + change.name().toLowerCase(Locale.ROOT);
        }
    }
}
