package io.zhijian.supervision.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.SubjectCounts;
import io.zhijian.rules.Finding;
import io.zhijian.rules.FindingCounts;
import io.zhijian.rules.FindingSpan;
import io.zhijian.rules.FindingSpan.What;
import io.zhijian.rules.WorkingDays;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.supervision.Age;
import io.zhijian.supervision.Aim;
import io.zhijian.supervision.Numbers;
import io.zhijian.supervision.web.Figure.Cell;
import io.zhijian.supervision.web.Figure.Drawing;
import io.zhijian.supervision.web.Figure.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Pictures of findings: by state, article, age, and how they come and go. */
record FindingFigures(Numbers numbers, Rulebook book, WorkingDays days, Links links) {

    private static final List<Finding.State> WAITING = List.of(Finding.State.OPEN, Finding.State.CONFIRMED);

    Figure states() {
        List<Row> rows = Arrays.stream(Finding.State.values())
                .map(state -> new Row(
                        t(state.textKey()),
                        links.standing(state, "", null),
                        Arrays.stream(Rule.Severity.values())
                                .map(severity -> new Cell(
                                        count(row -> row.state() == state && row.severity() == severity),
                                        links.standing(state, "", severity)))
                                .toList()))
                .toList();
        return new Figure(
                "states",
                Drawing.BARS,
                t("supervision.head.state"),
                severities(),
                severities().size(),
                rows);
    }

    /** Every article that a rule or a finding rests on, in the order of the documents. */
    Figure articles() {
        List<Row> rows = new ArrayList<>();
        for (Regulation regulation : book.regulations()) {
            for (Regulation.Article article : regulation.articles()) {
                Predicate<FindingCounts.Standing> here =
                        row -> row.regulation().equals(regulation.id()) && row.article() == article.number();
                if (count(here.and(row -> row.state().waits())) > 0) {
                    rows.add(row(regulation, article, here));
                }
            }
        }
        List<String> heads = WAITING.stream().map(state -> t(state.textKey())).toList();
        return new Figure("articles", Drawing.BARS, t("supervision.head.article"), heads, heads.size(), rows);
    }

    private Row row(Regulation regulation, Regulation.Article article, Predicate<FindingCounts.Standing> here) {
        String code = regulation.id() + "." + article.number();
        List<Cell> cells = WAITING.stream()
                .map(state -> new Cell(count(here.and(row -> row.state() == state)), links.standing(state, code, null)))
                .toList();
        String words = t(
                "supervision.article",
                regulation.shortTitle().words(),
                article.cite(),
                article.title().words());
        return new Row(words, links.article(code), cells);
    }

    Figure ages() {
        List<Row> rows = Age.all(numbers.today(), days).stream()
                .map(age -> {
                    FindingSpan span = new FindingSpan(What.OPENED, age.from(), age.to());
                    List<Cell> cells = Arrays.stream(Rule.Severity.values())
                            .map(severity -> new Cell(waiting(age, severity), links.waiting(severity, span)))
                            .toList();
                    return new Row(words(age), links.waiting(null, span), cells);
                })
                .toList();
        return new Figure(
                "ages",
                Drawing.BARS,
                t("supervision.head.age"),
                severities(),
                severities().size(),
                rows);
    }

    private long waiting(Age age, Rule.Severity severity) {
        return numbers.waiting().stream()
                .filter(row -> row.severity() == severity && age.covers(row.opened()))
                .mapToLong(FindingCounts.Waiting::count)
                .sum();
    }

    private static String words(Age age) {
        return age.most() == Age.ENDLESS
                ? t("supervision.age.over", age.least() - 1)
                : t("supervision.age", age.least(), age.most());
    }

    Figure flow(boolean weekly) {
        LocalDate begins = weekly
                ? numbers.today()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(Numbers.PERIODS - 1)
                : numbers.today().withDayOfMonth(1).minusMonths(Numbers.PERIODS - 1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Numbers.PERIODS; i++) {
            LocalDate next = weekly ? begins.plusWeeks(1) : begins.plusMonths(1);
            LocalDate last = next.minusDays(1);
            LocalDate from = begins;
            FindingCounts.Flow flow = (weekly ? numbers.weeks() : numbers.months())
                    .stream()
                            .filter(each -> each.begins().equals(from))
                            .findFirst()
                            .orElse(new FindingCounts.Flow(from, 0, 0));
            String label = weekly
                    ? Texts.date(begins).substring(5)
                    : Texts.date(begins).substring(0, 7);
            rows.add(new Row(
                    label,
                    null,
                    List.of(
                            new Cell(flow.entered(), links.moved(new FindingSpan(What.ENTERED, from, last))),
                            new Cell(flow.left(), links.moved(new FindingSpan(What.LEFT, from, last))))));
            begins = next;
        }
        List<String> heads = List.of(t("supervision.head.found"), t("supervision.head.settled"));
        String head = weekly ? t("supervision.head.week") : t("supervision.head.month");
        return new Figure("flow", Drawing.COLUMNS, head, heads, 2, rows);
    }

    /** What happened within each horizon of the aims so far. */
    Figure aims() {
        List<Row> rows = Arrays.stream(Aim.values())
                .map(aim -> new Row(
                        t(aim.textKey()),
                        null,
                        List.of(
                                registered(aim, SubjectCounts.Flow::entered),
                                registered(aim, SubjectCounts.Flow::ended),
                                moved(aim, FindingCounts.Flow::entered),
                                moved(aim, FindingCounts.Flow::left))))
                .toList();
        List<String> heads = List.of(
                t("supervision.head.entered"),
                t("supervision.head.ended"),
                t("supervision.head.found"),
                t("supervision.head.settled"));
        return new Figure("aims", Drawing.NONE, t("supervision.head.aim"), heads, 0, rows);
    }

    private Cell registered(Aim aim, ToLongFunction<SubjectCounts.Flow> what) {
        return new Cell(
                numbers.registered().stream()
                        .filter(flow -> aim.covers(flow.month()))
                        .mapToLong(what)
                        .sum(),
                null);
    }

    private Cell moved(Aim aim, ToLongFunction<FindingCounts.Flow> what) {
        return new Cell(
                numbers.months().stream()
                        .filter(flow -> aim.covers(flow.begins()))
                        .mapToLong(what)
                        .sum(),
                null);
    }

    private static List<String> severities() {
        return Arrays.stream(Rule.Severity.values())
                .map(severity -> t(severity.textKey()))
                .toList();
    }

    private long count(Predicate<FindingCounts.Standing> which) {
        return numbers.findings().stream()
                .filter(which)
                .mapToLong(FindingCounts.Standing::count)
                .sum();
    }
}
