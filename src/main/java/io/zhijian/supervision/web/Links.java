package io.zhijian.supervision.web;

import io.zhijian.base.Scope;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.life.Stage;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingSpan;
import io.zhijian.rules.book.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of the lists that numbers were counted from. */
record Links(Scope.@Nullable Place within) {

    /** Hosts' own entries of one kind. */
    String subjects(SubjectKind kind, @Nullable Stage stage, boolean toComplete) {
        Map<String, String> wishes = new LinkedHashMap<>();
        wishes.put("stage", stage == null ? "" : stage.name());
        wishes.put("provenance", "OWN");
        wishes.put("toComplete", toComplete ? "true" : "");
        return href("/" + kind.path(), wishes);
    }

    /** Findings that wait. */
    String waiting(Rule.@Nullable Severity severity, @Nullable FindingSpan span) {
        return findings("", "", severity, span);
    }

    /** Findings in one state. */
    String standing(Finding.State state, String article, Rule.@Nullable Severity severity) {
        return findings(state.name(), article, severity, null);
    }

    /** Findings, in whatever state they are now, that once moved. */
    String moved(FindingSpan span) {
        return findings("all", "", null, span);
    }

    String article(String article) {
        return findings("", article, null, null);
    }

    private String findings(
            String state, String article, Rule.@Nullable Severity severity, @Nullable FindingSpan span) {
        Map<String, String> wishes = new LinkedHashMap<>();
        wishes.put("state", state);
        wishes.put("article", article);
        wishes.put("severity", severity == null ? "" : severity.name());
        wishes.put("span", span == null ? "" : span.code());
        return href("/findings", wishes);
    }

    /** The overview of a place. */
    static String overview(Scope.@Nullable Place place, boolean weekly) {
        Map<String, String> wishes = new LinkedHashMap<>();
        wishes.put("by", weekly ? "week" : "");
        return new Links(place).href("/overview", wishes);
    }

    String href(String path, Map<String, String> wishes) {
        Map<String, String> all = new LinkedHashMap<>(wishes);
        all.put("within", within == null ? "" : within.code());
        String query = all.entrySet().stream()
                .filter(wish -> !wish.getValue().isEmpty())
                .map(wish -> wish.getKey() + "=" + URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
