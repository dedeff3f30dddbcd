package io.zhijian.rules.web;

import io.zhijian.base.Paging;
import io.zhijian.base.Texts;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingFilter;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of findings, with what it is narrowed to.
 *
 * @param documents short titles of regulations by id
 */
public record FindingsPage(
        FindingFilter filter,
        Paging<Finding> paging,
        List<Article> articles,
        Map<String, String> documents,
        @Nullable Rule rule) {

    /** An article one can narrow to. */
    public record Article(String code, String words) {}

    public List<Finding.State> states() {
        return List.of(Finding.State.values());
    }

    public List<Rule.Severity> severities() {
        return List.of(Rule.Severity.values());
    }

    public boolean narrowed() {
        return !filter.equals(FindingFilter.WAITING);
    }

    public boolean all() {
        return filter.state() == null && !filter.waiting();
    }

    public boolean at(Article article) {
        return article.code().equals(filter.regulation() + "." + filter.article());
    }

    /** The clause it rests on, in words. */
    public String clause(Finding finding) {
        Rule.Basis basis = finding.rule().basis();
        String document = documents.getOrDefault(basis.regulation(), basis.regulation());
        return Texts.t("rules.basis", document, basis.article());
    }

    public String text() {
        return filter.text() == null ? "" : filter.text();
    }

    /** Ends where the page number is appended. */
    public String pageHref() {
        List<String> wishes = new ArrayList<>();
        add(
                wishes,
                "state",
                filter.state() == null
                        ? filter.waiting() ? null : "all"
                        : filter.state().name());
        add(wishes, "rule", filter.rule());
        add(wishes, "article", filter.article() == null ? null : filter.regulation() + "." + filter.article());
        add(
                wishes,
                "severity",
                filter.severity() == null ? null : filter.severity().name());
        add(wishes, "q", filter.text());
        wishes.add("page=");
        return "/findings?" + String.join("&", wishes);
    }

    private static void add(List<String> wishes, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            wishes.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    static Article article(Regulation regulation, Regulation.Article article) {
        String words = Texts.t(
                "rules.article-of",
                regulation.shortTitle().words(),
                article.number(),
                article.title().words());
        return new Article(regulation.id() + "." + article.number(), words);
    }
}
