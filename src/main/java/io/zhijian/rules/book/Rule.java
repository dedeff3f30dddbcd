package io.zhijian.rules.book;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One machine-checkable rule: what it rests on, when it is found, and words a clerk can act on.
 *
 * @param about the kind of subject, such as "app"
 * @param enabled switched off until an office has checked what it rests on
 * @param from first day it judges, when later than its regulation; null: as the regulation
 * @param until last day it judges; null: open
 * @param checked which official text an office compared before it switched the rule on; never in a shipped file
 * @param params figures and lists an office may set without touching the condition
 * @param when the CEL condition; true means found
 * @param fields facts a clerk has to repair, in the order of the entry
 * @param hash of the canonical text, which is kept for ever under this hash
 */
public record Rule(
        String id,
        Basis basis,
        String about,
        Regulation.Modality modality,
        Severity severity,
        Verified verified,
        boolean enabled,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Checked checked,
        Map<String, Object> params,
        String when,
        List<String> fields,
        Bilingual title,
        Bilingual says,
        Bilingual whatToDo,
        List<Example> examples,
        String hash,
        String text) {

    /** Which clause: document, article or topic (see {@link Regulation.Article}), and the obligations within it. */
    public record Basis(String regulation, int article, List<String> points) {}

    /** Which official text an office compared, and on which day. */
    public record Checked(String text, LocalDate on) {}

    /**
     * What an office has set; it changes the rule's text and so its hash.
     *
     * @param on null: as the rule says itself
     * @param params those that differ
     */
    public record Override(
            @Nullable Boolean on,
            Map<String, Object> params,
            @Nullable Checked checked) {

        /** Nothing set. */
        public static final Override NONE = new Override(null, Map.of(), null);
    }

    /** The rule as an office has set it; parameters it does not have, or of another type, are left out. */
    public Rule with(Override override) {
        Map<String, Object> changed = new LinkedHashMap<>(params);
        override.params().forEach((name, value) -> changed.computeIfPresent(name, (key, was) -> like(was, value)));
        boolean on = override.on() == null ? enabled : override.on();
        Checked said = on && !enabled ? override.checked() : null;
        if (on == enabled && said == null && changed.equals(params)) {
            return this;
        }
        Map<String, Object> content = new LinkedHashMap<>(Canonical.parse(text));
        content.put("enabled", on);
        content.put("params", changed);
        if (said != null) {
            content.put("checked", Map.of("text", said.text(), "on", said.on().toString()));
        }
        return Rulebook.ruleFrom(Canonical.text(content));
    }

    /** Parameters come back from the database as JSON reads them. */
    private static Object like(Object was, Object value) {
        if (was instanceof Number && value instanceof Number number) {
            return number.intValue();
        }
        return was.getClass() == value.getClass() ? value : was;
    }

    /** A made-up subject and what the rule must say of it. */
    public record Example(Map<String, Object> given, Verdict.Outcome found, List<String> missing) {}

    static Rule from(Node node, String hash, String text) {
        node.only(
                "id",
                "basis",
                "about",
                "modality",
                "severity",
                "verified",
                "enabled",
                "from",
                "until",
                "checked",
                "params",
                "when",
                "fields",
                "words",
                "examples");
        Node words = node.at("words");
        words.only("title", "says", "do");
        return new Rule(
                node.text("id"),
                basis(node.at("basis")),
                node.text("about"),
                node.at("modality").choice(Regulation.Modality.class),
                node.at("severity").choice(Severity.class),
                node.at("verified").choice(Verified.class),
                node.flag("enabled"),
                node.find("from").isPresent() ? node.date("from") : null,
                node.find("until").isPresent() ? node.date("until") : null,
                node.find("checked")
                        .map(each -> new Checked(each.text("text"), each.date("on")))
                        .orElse(null),
                node.find("params").map(Node::map).orElse(Map.of()),
                node.text("when"),
                node.texts("fields"),
                Bilingual.from(words.at("title")),
                Bilingual.from(words.at("says")),
                Bilingual.from(words.at("do")),
                node.list("examples").stream().map(Rule::example).toList(),
                hash,
                text);
    }

    /**
     * Whether it judges on that day.
     *
     * @param inForceFrom first day of its regulation
     */
    public boolean appliesOn(LocalDate day, LocalDate inForceFrom) {
        return enabled
                && !day.isBefore(inForceFrom)
                && Optional.ofNullable(from).map(first -> !day.isBefore(first)).orElse(true)
                && Optional.ofNullable(until).map(last -> !day.isAfter(last)).orElse(true);
    }

    private static Basis basis(Node node) {
        node.only("regulation", "article", "topic", "points");
        String handle = node.find("topic").isPresent() ? "topic" : "article";
        return new Basis(node.text("regulation"), node.number(handle), node.texts("points"));
    }

    private static Example example(Node node) {
        node.only("given", "found", "missing");
        Object found = node.at("found").value();
        Verdict.Outcome outcome = found instanceof Boolean flag
                ? flag ? Verdict.Outcome.BREACH : Verdict.Outcome.CLEAR
                : node.at("found").choice(Verdict.Outcome.class);
        return new Example(
                new LinkedHashMap<>(node.at("given").map()),
                outcome,
                node.find("missing").isPresent() ? node.texts("missing") : List.of());
    }

    /** How much a finding of a rule weighs, heaviest first; it sorts lists, it never scores a unit. */
    public enum Severity {
        SERIOUS,
        ORDINARY,
        NOTICE;

        /** The word used in the files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its name in the message files. */
        public String textKey() {
            return "rules.severity." + code();
        }
    }
}
