package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Paging;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.App;
import io.zhijian.registry.AppQuery;
import io.zhijian.registry.FacetCount;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Stage;
import io.zhijian.registry.entry.AppForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of apps with its facets. */
public record AppsPage(
        AppQuery query, Paging<App> paging, List<FacetCount> counts, Set<UUID> withFindings, boolean mayEnter) {

    /** One facet with the values that occur. */
    public record Facet(String name, List<Value> values) {}

    /** One value of a facet: where it leads, and whether it is chosen (then it leads out of the choice). */
    public record Value(String words, long count, String href, boolean chosen) {}

    public List<Facet> facets() {
        List<Facet> facets = new ArrayList<>();
        facets.add(new Facet(
                t("registry.attention"),
                Stream.of("findings", "toComplete")
                        .map(facet -> value(facet, "true", t("registry.facet." + facet)))
                        .filter(value -> value.count() > 0 || value.chosen())
                        .toList()));
        facets.add(facet("stage", t("registry.stage"), Stage.values(), Stage::textKey));
        facets.add(facet("form", t("registry.field.form"), AppForm.values(), AppForm::textKey));
        facets.add(facet("level", t("registry.level"), UnitLevel.values(), UnitLevel::textKey));
        facets.add(facet("provenance", t("registry.provenance"), Provenance.values(), Provenance::textKey));
        return facets.stream().filter(facet -> !facet.values().isEmpty()).toList();
    }

    private <E extends Enum<E>> Facet facet(
            String facet, String name, E[] values, java.util.function.Function<E, String> textKey) {
        return new Facet(
                name,
                Stream.of(values)
                        .map(value -> value(facet, value.name(), t(textKey.apply(value))))
                        .filter(value -> value.count() > 0 || value.chosen())
                        .toList());
    }

    private Value value(String facet, String value, String words) {
        long count = counts.stream()
                .filter(row -> row.facet().equals(facet) && row.value().equals(value))
                .mapToLong(FacetCount::count)
                .sum();
        boolean chosen = value.equals(wishes().get(facet));
        return new Value(words, count, href("/apps", facet, chosen ? "" : value), chosen);
    }

    public boolean hasWishes() {
        return wishes().keySet().stream().anyMatch(key -> !key.equals("order"));
    }

    /** For the paging links: the page number is appended. */
    public String pageHref() {
        String href = href("/apps", "", "");
        return href + (href.contains("?") ? "&" : "?") + "page=";
    }

    public String exportHref() {
        return href("/apps/export", "", "");
    }

    public String orderHref(AppQuery.Order order) {
        return href("/apps", "order", order.name());
    }

    public List<AppQuery.Order> orders() {
        return List.of(AppQuery.Order.values());
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
        put(wishes, "form", query.form());
        put(wishes, "level", query.level());
        put(wishes, "provenance", query.provenance());
        put(wishes, "findings", query.withFindings() ? "true" : "");
        put(wishes, "toComplete", query.toComplete() ? "true" : "");
        put(
                wishes,
                "order",
                query.order() == AppQuery.Order.CHANGED ? "" : query.order().name());
        return wishes;
    }

    private static void put(Map<String, String> wishes, String key, @org.jspecify.annotations.Nullable Object value) {
        String text = value == null ? "" : value instanceof Enum<?> constant ? constant.name() : value.toString();
        if (!text.isEmpty()) {
            wishes.put(key, text);
        }
    }
}
