package io.zhijian.registry.exchange.row;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units that the cells of one file name, each looked up once. */
final class UnitLookup {

    private final UnitNames names;
    private final Map<String, List<Unit>> known = new HashMap<>();

    UnitLookup(UnitNames names) {
        this.names = names;
    }

    /** A unit, or the code of what is wrong with the text. */
    record Looked(@Nullable Unit unit, String problem) {}

    void learn(Collection<String> texts) {
        Set<String> unknown = new HashSet<>(texts);
        unknown.removeAll(known.keySet());
        known.putAll(names.find(unknown));
    }

    /** A unit whose subjects the importer keeps. */
    Looked host(String text) {
        List<Unit> all = known.getOrDefault(text, List.of());
        Actor actor = Actor.current();
        List<Unit> own = all.stream()
                .filter(unit -> actor.may(Role.Power.EDIT, unit.jurisdiction()))
                .toList();
        if (own.isEmpty()) {
            return new Looked(null, all.isEmpty() ? "unit-unknown" : "unit-out-of-reach");
        }
        return one(own);
    }

    /** Any unit. */
    Looked any(String text) {
        List<Unit> all = known.getOrDefault(text, List.of());
        return all.isEmpty() ? new Looked(null, "unit-unknown") : one(all);
    }

    private static Looked one(List<Unit> units) {
        return units.size() == 1 ? new Looked(units.getFirst(), "") : new Looked(null, "unit-ambiguous");
    }
}
