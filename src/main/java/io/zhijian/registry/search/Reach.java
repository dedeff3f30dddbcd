package io.zhijian.registry.search;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far somebody may read, told in the same words as the row policy of {@code registry.subject}: by unit, by region, by
 * line; as one of the units that use it; and what is published by anyone known. The policy itself has the last word.
 */
record Reach(Set<String> paths, Set<String> regions, Set<String> lines, boolean known) {

    static Reach of(Actor actor) {
        return new Reach(
                along(actor, Scope.Axis.UNIT),
                along(actor, Scope.Axis.REGION),
                along(actor, Scope.Axis.LINE),
                actor.kind() != Actor.Kind.NOBODY);
    }

    private static Set<String> along(Actor actor, Scope.Axis axis) {
        return actor.grants().stream()
                .filter(grant -> grant.role().has(Role.Power.READ))
                .map(Grant::scope)
                .filter(scope -> scope.axis() == axis)
                .map(scope -> axis == Scope.Axis.REGION ? Scope.regionStem(scope.value()) : scope.value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it is held by a unit within reach, whose findings may be read too. */
    boolean owns(Row row) {
        return row.path() != null
                && (starts(row.path(), paths)
                        || row.region() != null && starts(row.region(), regions)
                        || row.line() != null && lines.contains(row.line()));
    }

    boolean covers(Row row) {
        return row.path() == null ? known : owns(row) || row.users().stream().anyMatch(used -> starts(used, paths));
    }

    private static boolean starts(String text, Set<String> heads) {
        for (String head : heads) {
            if (text.startsWith(head)) {
                return true;
            }
        }
        return false;
    }
}
