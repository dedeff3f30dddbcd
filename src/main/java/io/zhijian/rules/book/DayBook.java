package io.zhijian.rules.book;

import dev.cel.runtime.CelAttributePattern;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that judge on one day at one place, as the offices there have set them, and what they hash to together. */
public final class DayBook {

    private final Map<String, List<Condition>> byKind;
    private final Map<String, Rule> rules;
    private final String hash;
    private final Map<String, String> hashByKind = new java.util.concurrent.ConcurrentHashMap<>();

    DayBook(List<Condition> conditions) {
        Map<String, List<Condition>> byKind = new LinkedHashMap<>();
        Map<String, Rule> rules = new LinkedHashMap<>();
        StringBuilder hashes = new StringBuilder();
        for (Condition condition : conditions) {
            Rule rule = condition.rule();
            byKind.computeIfAbsent(rule.about(), kind -> new java.util.ArrayList<>())
                    .add(condition);
            rules.put(rule.id(), rule);
            hashes.append(rule.id()).append(' ').append(rule.hash()).append('\n');
        }
        this.byKind = byKind;
        this.rules = rules;
        this.hash = Canonical.hash(hashes.toString());
    }

    /** What every rule that judges says of these facts. */
    public List<Verdict> judge(String kind, Record facts) {
        List<Condition> asked = byKind.getOrDefault(kind, List.of());
        if (asked.isEmpty()) {
            return List.of();
        }
        @Nullable CelAttributePattern[] unknowns = asked.getFirst().type().unknowns(facts);
        return asked.stream().map(condition -> condition.judge(facts, unknowns)).toList();
    }

    /** While it stands, equal facts get equal verdicts. */
    public String hash() {
        return hash;
    }

    /** The same of the rules on one kind alone. */
    public String hash(String kind) {
        return hashByKind.computeIfAbsent(
                kind,
                about -> Canonical.hash(byKind.getOrDefault(about, List.of()).stream()
                        .map(condition ->
                                condition.rule().id() + ' ' + condition.rule().hash() + '\n')
                        .collect(Collectors.joining())));
    }

    /** In how many days a verdict on these facts could change by days that go by alone, if ever. */
    public OptionalLong daysUntilChange(String kind, Record facts) {
        List<Condition> asked = byKind.getOrDefault(kind, List.of());
        OptionalLong soonest = OptionalLong.empty();
        for (String fact :
                asked.isEmpty() ? List.<String>of() : asked.getFirst().type().counting()) {
            if (asked.getFirst().type().value(facts, fact) instanceof Long value) {
                for (Condition condition : asked) {
                    soonest = sooner(soonest, condition.daysUntilChange(fact, value));
                }
            }
        }
        return soonest;
    }

    private static OptionalLong sooner(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isPresent() && other.getAsLong() < one.getAsLong() ? other : one;
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** Each rule that judges, with its hash. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        rules.forEach((id, rule) -> hashes.put(id, rule.hash()));
        return hashes;
    }
}
