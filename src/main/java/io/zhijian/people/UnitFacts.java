package io.zhijian.people;

import io.zhijian.base.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written down about a unit by the one who keeps the tree; see {@link Unit} for the fields. */
public record UnitFacts(
        String name,
        UnitLevel level,
        String region,
        @Nullable String creditCode,
        @Nullable String line,
        Set<UnitKind> kinds,
        @Nullable String phone) {

    /** Longest name, in characters; the longest real ones have about 60. */
    public static final int NAME_LENGTH = 100;

    /** Longest name of a system line, in characters. */
    static final int LINE_LENGTH = 20;

    public UnitFacts {
        name = Words.tidy(name);
        region = region.strip();
        creditCode = Words.tidyOrNull(creditCode);
        line = Words.tidyOrNull(line);
        phone = Words.tidyOrNull(phone);
        kinds = Set.copyOf(kinds);
    }

    /** Everything that is wrong, by the name of the field, in the order of the form. */
    public Map<String, Refusal> problems() {
        Map<String, Refusal> problems = new LinkedHashMap<>();
        note(problems, "name", Words.problem(name, 2, NAME_LENGTH));
        note(problems, "region", Regions.problem(region));
        if (creditCode != null) {
            note(problems, "creditCode", CreditCode.problem(creditCode));
        }
        if (line != null) {
            note(problems, "line", Words.lineProblem(line, LINE_LENGTH));
        }
        if (phone != null) {
            note(problems, "phone", Words.phoneProblem(phone));
        }
        return problems;
    }

    /** The fields by name, as text; an absent one is empty. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("name", name);
        named.put("level", level.name());
        named.put("region", region);
        named.put("creditCode", Objects.requireNonNullElse(creditCode, ""));
        named.put("line", Objects.requireNonNullElse(line, ""));
        named.put("kinds", kinds.stream().sorted().map(UnitKind::name).collect(Collectors.joining(" ")));
        named.put("phone", Objects.requireNonNullElse(phone, ""));
        return named;
    }

    private static void note(Map<String, Refusal> problems, String field, Optional<Refusal> problem) {
        problem.ifPresent(refusal -> problems.put(field, refusal));
    }
}
