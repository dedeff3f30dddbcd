package io.zhijian.supervision.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Scope;
import io.zhijian.people.Areas;
import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.FindingSpan;
import io.zhijian.rules.WorkingDays;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.supervision.Age;
import io.zhijian.supervision.Numbers;
import io.zhijian.supervision.Overviews;
import io.zhijian.supervision.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the overview of the acting person together. */
@Component
class OverviewPages {

    /** Longest wait that needs no mention at the head of the page, as an index of {@link Age#all}. */
    private static final int LONG = 3;

    private final Overviews overviews;
    private final Rulebook book;
    private final WorkingDays days;
    private final Areas areas;

    OverviewPages(Overviews overviews, Rulebook book, WorkingDays days, Areas areas) {
        this.overviews = overviews;
        this.book = book;
        this.days = days;
        this.areas = areas;
    }

    OverviewPage page(Scope.@Nullable Place within, boolean weekly) {
        Reach reach = Reach.of(Actor.current(), within);
        Numbers numbers = overviews.of(reach);
        Links links = new Links(within);
        RegisterFigures register = new RegisterFigures(numbers, links);
        FindingFigures findings = new FindingFigures(numbers, book, days, links);
        List<Figure> drawn = new ArrayList<>();
        drawn.add(register.stages(SubjectKind.APP));
        drawn.add(register.trend());
        drawn.add(register.stages(SubjectKind.ACCOUNT));
        drawn.add(register.complete());
        drawn.add(register.stages(SubjectKind.GROUP));
        return new OverviewPage(
                numbers,
                where(reach),
                within,
                weekly,
                tiles(numbers, links),
                drawn,
                List.of(findings.articles(), findings.ages(), findings.states(), findings.flow(weekly)),
                numbers.places().size() > 1 ? register.places() : null,
                findings.aims());
    }

    private List<OverviewPage.Tile> tiles(Numbers numbers, Links links) {
        List<OverviewPage.Tile> tiles = new ArrayList<>();
        for (SubjectKind kind : SubjectKind.values()) {
            long count = numbers.subjects().stream()
                    .filter(row -> row.kind() == kind)
                    .mapToLong(row -> row.count())
                    .sum();
            tiles.add(new OverviewPage.Tile(
                    t("supervision.tile." + kind.code()), count, links.subjects(kind, null, false)));
        }
        tiles.add(
                new OverviewPage.Tile(t("supervision.tile.waiting"), numbers.allWaiting(), links.waiting(null, null)));
        List<Age> ages = Age.all(numbers.today(), days);
        Age longest = ages.get(LONG);
        long old = numbers.waiting().stream()
                .filter(row -> !row.opened().isAfter(longest.to()))
                .mapToLong(row -> row.count())
                .sum();
        FindingSpan span =
                new FindingSpan(FindingSpan.What.OPENED, ages.getLast().from(), longest.to());
        tiles.add(
                new OverviewPage.Tile(t("supervision.tile.old", longest.least() - 1), old, links.waiting(null, span)));
        return tiles;
    }

    private String where(Reach reach) {
        if (reach.within() != null) {
            String name = areas.name(reach.within());
            return reach.within().alone() ? t("supervision.place.own", name) : name;
        }
        return reach.scopes().stream().map(this::words).collect(Collectors.joining(t("supervision.and")));
    }

    private String words(Scope scope) {
        return switch (scope.axis()) {
            case LINE -> t("supervision.where.line", scope.value());
            case UNIT ->
                scope.value().equals("/")
                        ? t("supervision.where.country")
                        : t(
                                "supervision.where.unit",
                                areas.name(new Scope.Place(Scope.Axis.UNIT, scope.value(), false)));
            case REGION ->
                Scope.regionStem(scope.value()).isEmpty()
                        ? t("supervision.where.country")
                        : areas.name(new Scope.Place(Scope.Axis.REGION, Scope.regionStem(scope.value()), false));
        };
    }
}
