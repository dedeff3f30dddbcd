package io.zhijian.supervision.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.SubjectCounts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.life.Stage;
import io.zhijian.supervision.Numbers;
import io.zhijian.supervision.web.Figure.Cell;
import io.zhijian.supervision.web.Figure.Drawing;
import io.zhijian.supervision.web.Figure.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pictures of the register: stages, trend, completeness, places. */
record RegisterFigures(Numbers numbers, Links links) {

    private static final List<SubjectKind> KINDS = List.of(SubjectKind.values());

    Figure stages(SubjectKind kind) {
        List<Row> rows = kind.stages().stream()
                .map(stage -> {
                    String href = links.subjects(kind, stage, false);
                    return new Row(t(kind.textKey(stage)), href, List.of(cell(of(kind, stage), href)));
                })
                .toList();
        return new Figure(
                "stages-" + kind.code(),
                Drawing.BARS,
                t("supervision.head.stage"),
                List.of(t("supervision.head.count")),
                1,
                rows);
    }

    private Predicate<SubjectCounts.Standing> of(SubjectKind kind, Stage stage) {
        return row -> row.kind() == kind && row.stage() == stage;
    }

    /** What had not ended at the end of each month, from what has not ended now and what happened since. */
    Figure trend() {
        List<Row> rows = new ArrayList<>();
        LocalDate month = numbers.today().withDayOfMonth(1);
        long[] standing = KINDS.stream()
                .mapToLong(
                        kind -> count(row -> row.kind() == kind && !row.stage().ended()))
                .toArray();
        for (int i = 0; i < Numbers.PERIODS; i++) {
            List<Cell> cells = new ArrayList<>();
            long entered = 0;
            long ended = 0;
            for (int kind = 0; kind < KINDS.size(); kind++) {
                cells.add(new Cell(standing[kind], null));
                for (SubjectCounts.Flow flow : flows(KINDS.get(kind), month)) {
                    entered += flow.entered();
                    ended += flow.ended();
                    standing[kind] -= flow.entered() - flow.ended();
                }
            }
            cells.add(new Cell(entered, null));
            cells.add(new Cell(ended, null));
            rows.add(new Row(Texts.date(month).substring(0, 7), null, cells));
            month = month.minusMonths(1);
        }
        Collections.reverse(rows);
        List<String> heads = Stream.concat(
                        KINDS.stream().map(kind -> t(kind.textKey())),
                        Stream.of(t("supervision.head.entered"), t("supervision.head.ended")))
                .toList();
        return new Figure("trend", Drawing.LINES, t("supervision.head.month"), heads, KINDS.size(), rows);
    }

    private List<SubjectCounts.Flow> flows(SubjectKind kind, LocalDate month) {
        return numbers.registered().stream()
                .filter(flow -> flow.kind() == kind && flow.month().equals(month))
                .toList();
    }

    Figure complete() {
        List<Row> rows = KINDS.stream()
                .map(kind -> new Row(
                        t(kind.textKey()),
                        null,
                        List.of(
                                new Cell(count(row -> row.kind() == kind && !row.toComplete()), null),
                                cell(row -> row.kind() == kind && row.toComplete(), links.subjects(kind, null, true)),
                                cell(row -> row.kind() == kind, links.subjects(kind, null, false)))))
                .toList();
        List<String> heads =
                List.of(t("supervision.head.complete"), t("supervision.head.to-complete"), t("supervision.head.all"));
        return new Figure("complete", Drawing.BARS, t("supervision.head.kind"), heads, 2, rows);
    }

    /** In the order of the codes; never drawn, since bars side by side would be a ranking. */
    Figure places() {
        List<Row> rows = numbers.places().stream().map(this::row).toList();
        List<String> heads = Stream.concat(
                        KINDS.stream().map(kind -> t(kind.textKey())),
                        Stream.of(t("supervision.head.to-complete"), t("supervision.head.waiting")))
                .toList();
        return new Figure("places", Drawing.NONE, t("supervision.head.place"), heads, 0, rows);
    }

    private Row row(Numbers.Place place) {
        var area = place.area();
        Links there = area == null ? links : new Links(area.place());
        List<Cell> cells = new ArrayList<>();
        for (SubjectKind kind : KINDS) {
            long count = place.subjects().getOrDefault(kind, 0L);
            cells.add(new Cell(count, area == null ? null : there.subjects(kind, null, false)));
        }
        cells.add(new Cell(place.toComplete(), null));
        cells.add(new Cell(place.waiting(), area == null ? null : there.waiting(null, null)));
        String label = area == null
                ? t("supervision.place.elsewhere")
                : area.own() ? t("supervision.place.own", area.name()) : area.name();
        return new Row(label, area == null ? null : Links.overview(area.place(), false), cells);
    }

    private Cell cell(Predicate<SubjectCounts.Standing> which, String href) {
        return new Cell(count(which), href);
    }

    private long count(Predicate<SubjectCounts.Standing> which) {
        return numbers.subjects().stream()
                .filter(which)
                .mapToLong(SubjectCounts.Standing::count)
                .sum();
    }
}
