package io.zhijian.rules.office;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Scope;
import io.zhijian.rules.book.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers which rule applied on that day: the rules of the files as they then were, as the offices had then set them. */
@Component
public class RulesOn {

    private final Editions editions;
    private final SettingRows rows;

    RulesOn(Editions editions, SettingRows rows) {
        this.editions = editions;
        this.rows = rows;
    }

    /**
     * One rule on that day.
     *
     * @param rule as it stood there, with the figures in force and the hash findings of that day carry
     * @param applies whether it judged
     * @param settings the offices' settings behind it, the widest area first
     */
    public record Line(Rule rule, Rule shipped, boolean applies, List<Setting> settings) {

        /** Whose switch decides; null: the file's own. */
        public @Nullable Setting switchedBy() {
            return Overrides.deciding(settings);
        }

        public boolean differs() {
            return !rule.hash().equals(shipped.hash());
        }
    }

    /** Every rule there was; with no place, as shipped for the whole country. */
    @Transactional(readOnly = true)
    public List<Line> on(LocalDate day, @Nullable Jurisdiction where) {
        List<Setting> covering = Overrides.covering(new Overrides(rows.all()).on(day), where);
        Map<String, Rule.Override> overrides = Overrides.merged(covering);
        return editions.on(day).stream()
                .map(kept -> line(kept, day, where, covering, overrides))
                .toList();
    }

    private static Line line(
            Editions.Kept kept,
            LocalDate day,
            @Nullable Jurisdiction where,
            List<Setting> covering,
            Map<String, Rule.Override> overrides) {
        Rule shipped = kept.rule();
        Rule rule = shipped.with(overrides.getOrDefault(shipped.id(), Rule.Override.NONE));
        boolean binds =
                kept.region() == null || where != null && where.region().startsWith(Scope.regionStem(kept.region()));
        return new Line(
                rule,
                shipped,
                binds && rule.appliesOn(day, kept.inForceFrom()),
                covering.stream()
                        .filter(each -> each.ruleId().equals(shipped.id()))
                        .toList());
    }
}
