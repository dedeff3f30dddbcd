package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectTab;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import io.zhijian.rules.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One subject as a reader sees it. */
public record SubjectPage(
        Subject subject,
        Shown shown,
        List<Finding> findings,
        List<Timeline.Event> timeline,
        List<SubjectTab> tabs,
        List<Move> moves,
        boolean mayEdit,
        boolean mayDecide,
        boolean hasDraft) {

    /** One part of the entry. */
    public record Section(String title, String editHref, List<Line> lines, List<Table> tables) {}

    /** One declared fact; unknown ones are to be completed. */
    public record Line(String label, String value, boolean unknown) {}

    /** A repeating group. */
    public record Table(String title, List<String> heads, List<List<String>> rows) {

        String joined() {
            return rows.stream().map(List::getFirst).collect(Collectors.joining(t("registry.list-comma")));
        }
    }

    public String moveHref(Move move) {
        return subject.href() + "/moves/" + move.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a move that asks for nothing is what is expected now, before any editing. */
    public boolean movesFirst() {
        return subject.stage() == Stage.ENDING
                && moves.stream().anyMatch(move -> move.asks().isEmpty());
    }

    public List<Finding> waiting() {
        return findings.stream().filter(finding -> finding.state().waits()).toList();
    }

    public int asked() {
        return subject.facts().asked();
    }

    public int known() {
        return asked() - subject.facts().toComplete().size();
    }

    /** What is still to be declared, each with the place where it is filled in. */
    public List<Line> toComplete() {
        return subject.facts().toComplete().stream()
                .map(fact -> new Line(
                        RegistryLinks.label(subject.kind(), fact),
                        RegistryLinks.editHref(subject.kind(), subject.id(), shape().fieldOfFact(fact)),
                        true))
                .toList();
    }

    public List<Section> sections() {
        Typed typed = shape().typed(subject.entry());
        return shape().steps().stream()
                .map(step -> section(step, typed))
                .filter(section ->
                        !section.lines().isEmpty() || !section.tables().isEmpty())
                .toList();
    }

    private Section section(Step step, Typed typed) {
        List<Line> lines = step.fields().stream()
                .filter(field -> field.group().isEmpty() && !field.isName())
                .filter(field -> typed.has(field.key()) ? !Implied.told(field, typed) : asks(field, typed))
                .map(field -> new Line(
                        t(field.textKey()), shown.value(field, typed.get(field.key())), !typed.has(field.key())))
                .toList();
        List<Table> groups = shape().groups().stream()
                .filter(group -> shape().fieldsOf(group).getFirst().step() == step)
                .filter(group -> !typed.rows(group).isEmpty())
                .map(group -> table(group, typed))
                .toList();
        // what is only a row of names is one line
        Stream<Line> names = groups.stream()
                .filter(table -> table.heads().size() == 1)
                .map(table -> new Line(table.title(), table.joined(), false));
        return new Section(
                t(step.textKey()),
                RegistryLinks.stepHref(subject.kind(), subject.id(), step),
                Stream.concat(lines.stream(), names).toList(),
                groups.stream().filter(table -> table.heads().size() > 1).toList());
    }

    private Table table(String group, Typed typed) {
        List<Field> fields = shape().fieldsOf(group).stream()
                .filter(field -> typed.rows(group).stream().anyMatch(row -> typed.has(field.key(row))))
                .toList();
        return new Table(
                t(subject.kind().textKey("block." + group)),
                fields.stream().map(field -> t(field.textKey())).toList(),
                typed.rows(group).stream()
                        .map(row -> fields.stream()
                                .map(field ->
                                        typed.has(field.key(row)) ? shown.value(field, typed.get(field.key(row))) : "")
                                .toList())
                        .toList());
    }

    /** Whether an open answer is worth showing: of a published app only what was published. */
    private boolean asks(Field field, Typed typed) {
        return !subject.published()
                && !field.step().mayBeSkipped()
                && field.kind() == Kind.ANSWER
                && Implied.arises(field, typed);
    }

    private Shape shape() {
        return subject.kind().shape();
    }

    /** What the app's first page must show, ready to copy (K23 article 14). */
    public String displayText() {
        return subject.entry() instanceof AppEntry app ? displayText(subject.hostName(), app) : "";
    }

    /** Host and both numbers, as far as they are known, on one line. */
    public static String displayText(String host, AppEntry entry) {
        StringBuilder text = new StringBuilder(t("registry.display.host", host));
        if (!entry.icp().number().isEmpty()) {
            text.append("  ").append(t("registry.display.icp", entry.icp().number()));
        }
        if (!entry.gov().number().isEmpty()) {
            text.append("  ").append(t("registry.display.gov", entry.gov().number()));
        }
        return text.toString();
    }
}
