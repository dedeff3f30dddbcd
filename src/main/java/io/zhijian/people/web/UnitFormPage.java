package io.zhijian.people.web;

import io.zhijian.people.Regions;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adding or changing a unit.
 *
 * @param unit the one that is changed; absent for a new one
 * @param parent the one above, if any
 */
public record UnitFormPage(
        @Nullable Unit unit, @Nullable Unit parent, UnitLevel level, Set<UnitKind> kinds, Form form) {

    public String action() {
        return unit != null ? "/units/" + unit.id() : parent != null ? "/units/" + parent.id() + "/children" : "/units";
    }

    public String title() {
        return unit != null ? "people.unit.edit" : "people.unit.add";
    }

    /** Where to go without saving. */
    public String back() {
        return unit != null ? "/units/" + unit.id() : parent != null ? "/units/" + parent.id() : "/units";
    }

    /** The levels a unit may have here. */
    public List<UnitLevel> levels() {
        return List.of(UnitLevel.values()).stream()
                .filter(level -> parent == null || !parent.level().below(level))
                .toList();
    }

    public List<Regions.Division> divisions() {
        return Regions.divisions();
    }
}
