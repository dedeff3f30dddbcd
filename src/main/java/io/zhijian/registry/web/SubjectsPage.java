package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Paging;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.FacetCount;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of one kind with its facets. */
public record SubjectsPage(
        SubjectQuery query, Paging<Subject> paging, List<FacetCount> counts, Set<UUID> withFindings, boolean mayEnter) {

    /** One facet with the values that occur. */
    public record Facet(String name, List<Value> values) {}

    /** One value of a facet: where it leads, and whether it is chosen (then it leads out of the choice). */
    public record Value(String words, long count, String href, boolean chosen) {}

    public SubjectKind kind() {
        return query.kind();
    }

    public List<SubjectKind> kinds() {
        return List.of(SubjectKind.values());
    }

    /** The list's own address. */
    public String here() {
        return "/" + kind().path();
    }

    public List<Facet> facets() {
        List<Facet> facets = new ArrayList<>();
        facets.add(new Facet(
                t("registry.attention"),
                Stream.of("findings", "toComplete")
                        .map(facet -> value(facet, "true", t("registry.facet." + facet)))
                        .filter(value -> value.count() > 0 || value.chosen())
                        .toList()));
        facets.add(facet("stage", t("registry.stage"), kind().stages(), Stage::name, kind()::textKey));
        facets.add(facet("form", t(kind().textKey("form")), kind().forms(), Form::name, Form::textKey));
        facets.add(
                facet("level", t("registry.level"), List.of(UnitLevel.values()), UnitLevel::name, UnitLevel::textKey));
        facets.add(facet(
                "provenance",
                t("registry.provenance"),
                List.of(Provenance.values()),
                Provenance::name,
                Provenance::textKey));
        return facets.stream().filter(facet -> !facet.values().isEmpty()).toList();
    }

    private <E> Facet facet(
            String facet, String name, List<E> values, Function<E, String> code, Function<E, String> textKey) {
        return new Facet(
                name,
                values.stream()
                        .map(value -> value(facet, code.apply(value), t(textKey.apply(value))))
                        .filter(value -> value.count() > 0 || value.chosen())
                        .toList());
    }

    private Value value(String facet, String value, String words) {
        long count = counts.stream()
                .filter(row -> row.facet().equals(facet) && row.value().equals(value))
                .mapToLong(FacetCount::count)
                .sum();
        boolean chosen = value.equals(wishes().get(facet));
        return new Value(words, count, href(here(), facet, chosen ? "" : value), chosen);
    }

    public boolean hasWishes() {
        return wishes().keySet().stream().anyMatch(key -> !key.equals("order"));
    }

    /** For the paging links: the page number is appended. */
    public String pageHref() {
        String href = href(here(), "", "");
        return href + (href.contains("?") ? "&" : "?") + "page=";
    }

    public String exportHref() {
        return href(here() + "/export", "", "");
    }

    public String orderHref(SubjectQuery.Order order) {
        return href(here(), "order", order.name());
    }

    public List<SubjectQuery.Order> orders() {
        return List.of(SubjectQuery.Order.values());
    }

    /** The choices other than the search text, for the search form to keep. */
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(wishes());
        kept.remove("q");
        return kept;
    }

    private String href(String path, String changed, String value) {
        Map<String, String> wishes = wishes();
        if (!changed.isEmpty()) {
            wishes.put(changed, value);
        }
        String query = wishes.entrySet().stream()
                .filter(wish -> !wish.getValue().isEmpty())
                .map(wish -> wish.getKey() + "=" + URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private Map<String, String> wishes() {
        Map<String, String> wishes = new LinkedHashMap<>();
        put(wishes, "q", query.text());
        put(wishes, "stage", query.stage());
        put(wishes, "form", query.form() == null ? "" : query.form().name());
        put(wishes, "level", query.level());
        put(wishes, "provenance", query.provenance());
        put(wishes, "findings", query.withFindings() ? "true" : "");
        put(wishes, "toComplete", query.toComplete() ? "true" : "");
        put(
                wishes,
                "order",
                query.order() == SubjectQuery.Order.CHANGED ? "" : query.order().name());
        return wishes;
    }

    private static void put(Map<String, String> wishes, String key, @org.jspecify.annotations.Nullable Object value) {
        String text = value == null ? "" : value instanceof Enum<?> constant ? constant.name() : value.toString();
        if (!text.isEmpty()) {
            wishes.put(key, text);
        }
    }
}
