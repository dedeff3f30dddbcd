package io.zhijian.rules.office;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Scope;
import io.zhijian.rules.book.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All settings at one moment, and what they come to on a day: the wider area's office binds, aspect by aspect. */
record Overrides(List<Setting> settings) {

    private record Seat(String rule, Scope scope) {}

    /** The settings that stand on that day: of each office the one with the latest first day, then the latest made. */
    List<Setting> on(LocalDate day) {
        Map<Seat, Setting> standing = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (!setting.from().isAfter(day)) {
                standing.merge(
                        new Seat(setting.ruleId(), setting.scope()),
                        setting,
                        (was, now) -> now.from().isBefore(was.from()) ? was : now);
            }
        }
        return standing.values().stream()
                .sorted(Comparator.comparingInt(Setting::breadth))
                .toList();
    }

    static List<Setting> covering(List<Setting> standing, @Nullable Jurisdiction where) {
        if (standing.isEmpty() || where == null) {
            return List.of();
        }
        List<Setting> covering = new ArrayList<>();
        for (Setting setting : standing) {
            if (setting.scope().covers(where)) {
                covering.add(setting);
            }
        }
        return covering;
    }

    /** By rule. */
    static Map<String, Rule.Override> merged(Collection<Setting> widestFirst) {
        Map<String, List<Setting>> byRule = new LinkedHashMap<>();
        widestFirst.forEach(each ->
                byRule.computeIfAbsent(each.ruleId(), id -> new ArrayList<>()).add(each));
        Map<String, Rule.Override> merged = new LinkedHashMap<>();
        byRule.forEach((rule, settings) -> merged.put(rule, merge(settings)));
        return merged;
    }

    private static Rule.Override merge(List<Setting> widestFirst) {
        Map<String, Object> params = new LinkedHashMap<>();
        widestFirst.forEach(each -> each.params().forEach(params::putIfAbsent));
        Setting deciding = deciding(widestFirst);
        return new Rule.Override(
                deciding == null ? null : deciding.state() == Setting.State.ON,
                params,
                deciding == null ? null : deciding.checked());
    }

    /** The widest office that has switched the rule at all. */
    static @Nullable Setting deciding(List<Setting> widestFirst) {
        return widestFirst.stream()
                .filter(each -> each.state() != Setting.State.SHIPPED)
                .findFirst()
                .orElse(null);
    }
}
