package io.zhijian.rules.book;

import dev.cel.runtime.CelAttributePattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All regulations and rules, compiled; what it says depends on the day alone, so any day can be asked again. */
public final class Rulebook {

    private final Map<String, FactType> types;
    private final Map<String, Regulation> regulations;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private volatile Day today;

    Rulebook(
            Map<String, FactType> types,
            Map<String, Regulation> regulations,
            List<Condition> conditions,
            List<Rule> asleep) {
        this.types = Map.copyOf(types);
        this.regulations = new LinkedHashMap<>(regulations);
        conditions.forEach(condition -> this.conditions.put(condition.rule().id(), condition));
        Stream.concat(conditions.stream().map(Condition::rule), asleep.stream())
                .forEach(rule -> rules.put(rule.id(), rule));
        this.today = day(LocalDate.MIN);
    }

    /** The rules that apply on one day, by kind of subject, and what they hash to together. */
    private record Day(LocalDate date, Map<String, List<Condition>> byKind, String hash) {}

    /**
     * Reads, checks and compiles everything; fails with every fault, each with its file's name.
     *
     * @param home the folder that holds {@code regulations/} and {@code rules/}
     * @param types the record of facts for each kind of subject; with none at all, rules are read but not compiled
     */
    public static Rulebook load(Path home, Map<String, Class<? extends Record>> types) {
        return RulebookReader.read(home, types);
    }

    /** A rule as it once stood, from the text kept under its hash. */
    public static Rule ruleFrom(String keptText) {
        return RulebookReader.rule(keptText);
    }

    /** The oldest first. */
    public Collection<Regulation> regulations() {
        return regulations.values().stream()
                .sorted(Comparator.comparing(Regulation::published))
                .toList();
    }

    public Optional<Regulation> regulation(String id) {
        return Optional.ofNullable(regulations.get(id));
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public List<Rule> rulesOf(String regulation, int article) {
        return rules.values().stream()
                .filter(rule -> rule.basis().regulation().equals(regulation)
                        && rule.basis().article() == article)
                .toList();
    }

    /** Whether the rule judges on that day. */
    public boolean applies(Rule rule, LocalDate day) {
        Regulation regulation = regulations.get(rule.basis().regulation());
        return regulation != null && rule.appliesOn(day, regulation);
    }

    /** What every rule that applies on that day says of these facts. */
    public List<Verdict> judge(String kind, Record facts, LocalDate day) {
        List<Condition> asked = on(day).byKind().getOrDefault(kind, List.of());
        if (asked.isEmpty()) {
            return List.of();
        }
        List<CelAttributePattern> unknowns = asked.getFirst().type().unknowns(facts);
        return asked.stream().map(condition -> condition.judge(facts, unknowns)).toList();
    }

    /** The hash of all rules that apply on that day: while it stands, equal facts get equal verdicts. */
    public String hash(LocalDate day) {
        return on(day).hash();
    }

    /** The rules that apply on that day, each with its hash. */
    public Map<String, String> applied(LocalDate day) {
        Map<String, String> applied = new LinkedHashMap<>();
        on(day).byKind().values().stream()
                .flatMap(List::stream)
                .map(Condition::rule)
                .forEach(rule -> applied.put(rule.id(), rule.hash()));
        return applied;
    }

    /** All facts by name, unknown ones as null. */
    public Map<String, Object> values(String kind, Record facts) {
        return Optional.ofNullable(types.get(kind))
                .map(type -> type.values(facts))
                .orElse(Map.of());
    }

    /** Only the facts the rule's condition speaks of. */
    public Map<String, Object> valuesFor(Rule rule, Record facts) {
        Map<String, Object> all = values(rule.about(), facts);
        Map<String, Object> used = new LinkedHashMap<>();
        factsOf(rule).forEach(name -> used.put(name, all.get(name)));
        return used;
    }

    public Collection<String> factsOf(Rule rule) {
        Condition condition = conditions.get(rule.id());
        return condition == null ? List.of() : condition.facts();
    }

    /** The judgement of one rule, whether it applies today or not, part by part. */
    public Optional<Explanation> explain(Rule rule, Map<String, Object> facts) {
        return Optional.ofNullable(types.get(rule.about())).map(type -> {
            Condition condition = Condition.compile(type, rule);
            return Explanation.of(condition, type.of(facts));
        });
    }

    private Day on(LocalDate date) {
        Day known = today;
        if (!known.date().equals(date)) {
            known = day(date);
            today = known;
        }
        return known;
    }

    private Day day(LocalDate date) {
        Map<String, List<Condition>> byKind = new LinkedHashMap<>();
        StringBuilder hashes = new StringBuilder();
        for (Condition condition : conditions.values()) {
            if (applies(condition.rule(), date)) {
                byKind.computeIfAbsent(condition.rule().about(), kind -> new java.util.ArrayList<>())
                        .add(condition);
                hashes.append(condition.rule().id())
                        .append(' ')
                        .append(condition.rule().hash())
                        .append('\n');
            }
        }
        return new Day(date, byKind, Canonical.hash(hashes.toString()));
    }
}
