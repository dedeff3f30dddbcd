package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import io.zhijian.registry.search.Details.Detail;
import io.zhijian.registry.search.Facet;
import io.zhijian.registry.search.Found;
import io.zhijian.registry.search.Listed;
import io.zhijian.registry.search.SavedFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list of one kind with its facets. */
public record SubjectsPage(SubjectQuery query, Found found, boolean mayEnter) {

    private static final int HEADLINES = 8;
    private static final int MANY_PAGES = 10;

    /** One facet with the values that occur. */
    public record Choice(String name, List<Value> values) {}

    /** One value of a facet: where it leads, and whether it is chosen (then it leads out of the choice). */
    public record Value(String words, int count, String href, boolean chosen) {}

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

    public List<Choice> facets() {
        Map<String, String> chosen = query.parameters();
        List<Choice> facets = new ArrayList<>();
        facets.add(new Choice(
                t("registry.attention"),
                values(
                        chosen,
                        facet -> facet,
                        List.of(Facet.FINDINGS, Facet.TO_COMPLETE),
                        any -> "true",
                        facet -> "registry.facet." + facet.code())));
        facets.add(facet(chosen, Facet.STAGE, t("registry.stage"), kind().stages(), Stage::name, kind()::textKey));
        facets.add(facet(chosen, Facet.FORM, t(kind().textKey("form")), kind().forms(), Form::name, Form::textKey));
        facets.add(facet(
                chosen,
                Facet.LEVEL,
                t("registry.level"),
                List.of(UnitLevel.values()),
                UnitLevel::name,
                UnitLevel::textKey));
        facets.add(facet(
                chosen,
                Facet.PROVENANCE,
                t("registry.provenance"),
                List.of(Provenance.values()),
                Provenance::name,
                Provenance::textKey));
        return facets.stream().filter(facet -> !facet.values().isEmpty()).toList();
    }

    private <E> Choice facet(
            Map<String, String> chosen,
            Facet facet,
            String name,
            List<E> values,
            Function<E, String> code,
            Function<E, String> textKey) {
        return new Choice(name, values(chosen, any -> facet, values, code, textKey));
    }

    private <E> List<Value> values(
            Map<String, String> chosen,
            Function<E, Facet> facet,
            List<E> values,
            Function<E, String> code,
            Function<E, String> textKey) {
        List<Value> shown = new ArrayList<>();
        for (E each : values) {
            String along = facet.apply(each).code();
            String value = code.apply(each);
            boolean isChosen = value.equals(chosen.get(along));
            int count = found.count(facet.apply(each), value);
            if (count > 0 || isChosen) {
                String href = query.address("", along, isChosen ? "" : value);
                shown.add(new Value(t(textKey.apply(each)), count, href, isChosen));
            }
        }
        return shown;
    }

    public boolean hasWishes() {
        return query.parameters().keySet().stream().anyMatch(key -> !key.equals("order"));
    }

    /** The same list, wherever subjects are held. */
    public String hrefEverywhere() {
        return query.address("", "within", "");
    }

    /** For the paging links: the page number is appended. */
    public String pageHref() {
        String href = query.address("");
        return href + (href.contains("?") ? "&" : "?") + "page=";
    }

    /** Whether going on page by page would take too long. */
    public boolean manyPages() {
        return found.paging().last() > MANY_PAGES;
    }

    public String exportHref() {
        return query.address("/export");
    }

    public String orderHref(SubjectQuery.Order order) {
        return query.address("", "order", order.name());
    }

    /** How well something fits can be told only where something is looked for. */
    public List<SubjectQuery.Order> orders() {
        return Arrays.stream(SubjectQuery.Order.values())
                .filter(order ->
                        order != SubjectQuery.Order.RELEVANT || !query.text().isBlank())
                .toList();
    }

    /** The choices other than the search text, for the search form to keep. */
    public Map<String, String> kept() {
        Map<String, String> kept = query.parameters();
        kept.remove("q");
        return kept;
    }

    /** All of the address, for forms that come back to this list. */
    public Map<String, String> wishes() {
        return query.parameters();
    }

    public List<SavedFilter> filters() {
        return found.filters();
    }

    public boolean chosen(SavedFilter filter) {
        return filter.href().equals(query.address(""));
    }

    /** Apps alone have filing numbers. */
    public List<Detail> details() {
        return Arrays.stream(Detail.values())
                .filter(detail -> detail != Detail.NUMBERS || kind() == SubjectKind.APP)
                .toList();
    }

    public boolean has(Detail detail) {
        return found.details().has(detail);
    }

    /** The first few of its headlines on one line. */
    public String headlines(Listed row) {
        List<String> all = row.headlines();
        String shown = String.join(t("registry.list-comma"), all.subList(0, Math.min(HEADLINES, all.size())));
        return all.size() > HEADLINES ? shown + " " + t("registry.and-more", all.size()) : shown;
    }

    public String numbers(Listed row) {
        return row.icp() + (row.icp().isEmpty() || row.gov().isEmpty() ? "" : t("registry.list-comma")) + row.gov();
    }
}
