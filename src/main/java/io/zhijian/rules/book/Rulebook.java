package io.zhijian.rules.book;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All regulations and rules, compiled; what it says depends on the day alone, so any day can be asked again. */
public final class Rulebook {

    private final Map<String, FactType> types;
    private final Map<String, Regulation> regulations;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Condition> changed = new ConcurrentHashMap<>();
    private volatile Known today;

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
        this.today = new Known(LocalDate.MIN, on(LocalDate.MIN, null, Map.of()));
    }

    private record Known(LocalDate date, DayBook book) {}

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
        return regulation != null && rule.appliesOn(day, regulation.inForceFrom());
    }

    /** What every rule that applies on that day, as shipped, says of these facts. */
    public List<Verdict> judge(String kind, Record facts, LocalDate day) {
        return on(day).judge(kind, facts);
    }

    /** The hash of all rules that apply on that day as shipped: while it stands, equal facts get equal verdicts. */
    public String hash(LocalDate day) {
        return on(day).hash();
    }

    /** The rules that judge on that day as shipped, in the whole country. */
    public DayBook on(LocalDate day) {
        Known known = today;
        if (!known.date().equals(day)) {
            known = new Known(day, on(day, null, Map.of()));
            today = known;
        }
        return known.book();
    }

    /**
     * The rules that judge on that day at that place; made anew each time, so keep it.
     *
     * @param region 12-digit code; null: nowhere in particular
     * @param overrides what offices have set there, by rule
     */
    public DayBook on(LocalDate day, @Nullable String region, Map<String, Rule.Override> overrides) {
        return new DayBook(conditions.values().stream()
                .filter(shipped -> binds(shipped.rule(), region))
                .map(shipped ->
                        with(shipped, overrides.getOrDefault(shipped.rule().id(), Rule.Override.NONE)))
                .filter(condition -> applies(condition.rule(), day))
                .toList());
    }

    /** Whether the rule's document binds there; null asks for the whole country. */
    public boolean binds(Rule rule, @Nullable String region) {
        return regulation(rule.basis().regulation())
                .map(each -> each.binds(region))
                .orElse(false);
    }

    private Condition with(Condition shipped, Rule.Override override) {
        Rule rule = shipped.rule().with(override);
        return rule.equals(shipped.rule())
                ? shipped
                : changed.computeIfAbsent(rule.hash(), hash -> Condition.compile(shipped.type(), rule));
    }

    /** Whether a fact of that kind counts days by itself. */
    public boolean elapsed(String kind, String fact) {
        return Optional.ofNullable(types.get(kind))
                .map(type -> type.elapsed(fact))
                .orElse(false);
    }

    /** Whether any fact of that kind counts days by itself. */
    public boolean counting(String kind) {
        return Optional.ofNullable(types.get(kind))
                .map(type -> !type.counting().isEmpty())
                .orElse(false);
    }

    /** All facts by name, unknown ones as null. */
    public Map<String, Object> values(String kind, Record facts) {
        return Optional.ofNullable(types.get(kind))
                .map(type -> type.values(facts))
                .orElse(Map.of());
    }

    /** All facts in one line that stays the same while nothing but days go by. */
    public String line(String kind, Record facts, LocalDate today) {
        return Optional.ofNullable(types.get(kind))
                .map(type -> type.line(facts, today))
                .orElse("");
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
}
