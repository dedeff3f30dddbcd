package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.App;
import io.zhijian.registry.AppTab;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import io.zhijian.rules.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One app as a reader sees it. */
public record AppPage(
        App app,
        Shown shown,
        List<Finding> findings,
        List<Timeline.Event> timeline,
        List<AppTab> tabs,
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

    public List<Finding> waiting() {
        return findings.stream().filter(finding -> finding.state().waits()).toList();
    }

    public int asked() {
        return app.facts().asked();
    }

    public int known() {
        return asked() - app.facts().toComplete().size();
    }

    /** What is still to be declared, each with the place where it is filled in. */
    public List<Line> toComplete() {
        return app.facts().toComplete().stream()
                .map(fact -> new Line(AppLinks.label(fact), AppLinks.editHref(app.id(), FactFields.of(fact)), true))
                .toList();
    }

    public List<Section> sections() {
        Typed typed = EntryForm.typed(app.entry());
        return Arrays.stream(Step.values())
                .map(step -> section(step, typed))
                .filter(section ->
                        !section.lines().isEmpty() || !section.tables().isEmpty())
                .toList();
    }

    private Section section(Step step, Typed typed) {
        List<Line> lines = step.fields().stream()
                .filter(field -> field.group().isEmpty() && field != Field.NAME)
                .filter(field -> typed.has(field.key()) ? !told(field, typed) : asks(field))
                .map(field -> new Line(
                        t(field.textKey()), shown.value(field, typed.get(field.key())), !typed.has(field.key())))
                .toList();
        List<Table> groups = EntryForm.groups().stream()
                .filter(group -> EntryForm.fieldsOf(group).getFirst().step() == step)
                .filter(group -> !typed.rows(group).isEmpty())
                .map(group -> table(group, typed))
                .toList();
        // what is only a row of names is one line
        Stream<Line> names = groups.stream()
                .filter(table -> table.heads().size() == 1)
                .map(table -> new Line(table.title(), table.joined(), false));
        return new Section(
                t("registry.step." + step.path()),
                AppLinks.stepHref(app.id(), step),
                Stream.concat(lines.stream(), names).toList(),
                groups.stream().filter(table -> table.heads().size() > 1).toList());
    }

    private Table table(String group, Typed typed) {
        List<Field> fields = EntryForm.fieldsOf(group).stream()
                .filter(field -> typed.rows(group).stream().anyMatch(row -> typed.has(field.key(row))))
                .toList();
        return new Table(
                t("registry.block." + group),
                fields.stream().map(field -> t(field.textKey())).toList(),
                typed.rows(group).stream()
                        .map(row -> fields.stream()
                                .map(field ->
                                        typed.has(field.key(row)) ? shown.value(field, typed.get(field.key(row))) : "")
                                .toList())
                        .toList());
    }

    /** Whether a yes goes without saying, since what it is about follows. */
    private boolean told(Field field, Typed typed) {
        Entry entry = app.entry();
        return switch (field) {
            case USERS_NAMED -> !entry.users().isEmpty();
            case NORM_EXISTS -> !entry.norm().versions().isEmpty();
            case IDEOLOGY -> typed.has(Field.IDEOLOGY_NAME.key());
            case SECURITY -> typed.has(Field.SECURITY_NAME.key());
            case ICP_FILED -> typed.has(Field.ICP_NUMBER.key());
            case GOV_FILED -> typed.has(Field.GOV_NUMBER.key());
            case COMPLAINT_ENTRY -> typed.has(Field.COMPLAINT_ENTRY_WHERE.key());
            case COMPLAINT_ZONE -> typed.has(Field.COMPLAINT_ZONE_WHERE.key());
            case ONE_STOP -> typed.has(Field.ONE_STOP_WHERE.key());
            case GOV_CLOUD -> typed.has(Field.GOV_CLOUD_WHERE.key());
            case UNIFIED_IDENTITY -> typed.has(Field.UNIFIED_IDENTITY_WHERE.key());
            default -> false;
        };
    }

    /** Whether an open answer is worth showing: of a published app only what was published. */
    private boolean asks(Field field) {
        if (app.published() || field.kind() != Kind.ANSWER) {
            return false;
        }
        Entry entry = app.entry();
        return switch (field) {
            case CHECK_IN_VISIBLE ->
                Boolean.TRUE.equals(entry.checkIn().present().known());
            case RANKING_VISIBLE ->
                Boolean.TRUE.equals(entry.ranking().present().known());
            case ONLINE_TIME_VISIBLE ->
                Boolean.TRUE.equals(entry.onlineTime().present().known());
            default -> !told(field, EntryForm.typed(entry));
        };
    }

    /** What the app's first page must show, ready to copy (K23 article 14). */
    public String displayText() {
        return displayText(app.hostName(), app.entry());
    }

    /** Host and both numbers, as far as they are known, on one line. */
    public static String displayText(String host, Entry entry) {
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
