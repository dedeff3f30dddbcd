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
    public record Article(String code, String cite, String words) {}

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
        String code = basis.regulation() + "." + basis.article();
        String cite = articles.stream()
                .filter(article -> article.code().equals(code))
                .map(Article::cite)
                .findFirst()
                .orElse("");
        return Texts.t("rules.basis", document, cite).strip();
    }

    /** What it is narrowed to besides the fields of the form: words and the address without it. */
    public List<Narrowed> narrowedBy() {
        List<Narrowed> by = new ArrayList<>();
        if (filter.kind() != null) {
            String words = Texts.has("rules.kind." + filter.kind()) ? Texts.t("rules.kind." + filter.kind()) : "";
            by.add(new Narrowed("kind", filter.kind(), words, href(filter.with(null, filter.within(), filter.span()))));
        }
        if (filter.within() != null) {
            by.add(new Narrowed(
                    "within",
                    filter.within().code(),
                    Texts.t("rules.filter.within"),
                    href(filter.with(filter.kind(), null, filter.span()))));
        }
        if (filter.span() != null) {
            String words = Texts.t(
                    "rules.filter." + filter.span().what().code(),
                    Texts.date(filter.span().from()),
                    Texts.date(filter.span().to()));
            by.add(new Narrowed(
                    "span", filter.span().code(), words, href(filter.with(filter.kind(), filter.within(), null))));
        }
        return by;
    }

    /** One thing it is narrowed to. */
    public record Narrowed(String name, String value, String words, String hrefWithout) {}

    public String text() {
        return filter.text() == null ? "" : filter.text();
    }

    /** Ends where the page number is appended. */
    public String pageHref() {
        String href = href(filter);
        return href + (href.contains("?") ? "&" : "?") + "page=";
    }

    private static String href(FindingFilter filter) {
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
        add(wishes, "kind", filter.kind());
        add(wishes, "within", filter.within() == null ? null : filter.within().code());
        add(wishes, "span", filter.span() == null ? null : filter.span().code());
        return wishes.isEmpty() ? "/findings" : "/findings?" + String.join("&", wishes);
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
                article.cite(),
                article.title().words());
        return new Article(regulation.id() + "." + article.number(), article.cite(), words);
    }
}
