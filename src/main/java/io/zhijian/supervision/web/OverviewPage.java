package io.zhijian.supervision.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Scope;
import io.zhijian.base.Texts;
import io.zhijian.supervision.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The overview of what a reader reaches, or of one place within it.
 *
 * @param where the reach or the place in words
 * @param within the place looked into, if any
 * @param weekly whether coming and going is shown by weeks
 * @param register pictures of the register
 * @param findings pictures of findings
 */
public record OverviewPage(
        Numbers numbers,
        String where,
        Scope.@Nullable Place within,
        boolean weekly,
        List<Tile> tiles,
        List<Figure> register,
        List<Figure> findings,
        @Nullable Figure places,
        Figure aims) {

    /** One number at the head of the page. */
    public record Tile(String words, long value, String href) {}

    /** When the numbers were counted. */
    public String asOf() {
        return t("supervision.as-of", Texts.time(numbers.at()));
    }

    public String csvHref(Figure figure) {
        return new Links(within).href("/overview/tables/" + figure.name(), Map.of("by", weekly ? "week" : ""));
    }

    public String reportHref() {
        return new Links(within).href("/overview/report", Map.of("by", weekly ? "week" : ""));
    }

    public String byHref(boolean week) {
        return Links.overview(within, week) + "#flow";
    }

    /** Every figure in the order of the page. */
    public List<Figure> all() {
        return Stream.of(findings, register, places == null ? List.<Figure>of() : List.of(places), List.of(aims))
                .flatMap(List::stream)
                .toList();
    }

    public String title() {
        return t("supervision.title", where);
    }
}
