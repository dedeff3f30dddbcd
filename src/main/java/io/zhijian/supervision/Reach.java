package io.zhijian.supervision;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is counted for a reader. Two readers of equal reach see equal numbers, since the row policies ask for nothing else.
 *
 * @param scopes what their roles may read, in one order
 * @param root what the numbers are split up under: a unit into its children, a region into its parts
 * @param within what the reader looked into, if anything
 */
public record Reach(List<Scope> scopes, Scope.Place root, Scope.@Nullable Place within) {

    private static final Scope.Place COUNTRY = new Scope.Place(Scope.Axis.REGION, "", false);

    public static Reach of(Actor actor, Scope.@Nullable Place within) {
        List<Scope> scopes = actor.grants().stream()
                .filter(grant -> grant.role().has(Role.Power.READ))
                .map(Grant::scope)
                .distinct()
                .sorted(Comparator.comparing(Scope::toString))
                .toList();
        return new Reach(scopes, within == null ? root(actor, scopes) : within, within);
    }

    private static Scope.Place root(Actor actor, List<Scope> scopes) {
        if (scopes.stream().allMatch(scope -> scope.axis() == Scope.Axis.UNIT)) {
            String top = scopes.stream()
                    .map(Scope::value)
                    .min(Comparator.comparingInt(String::length))
                    .orElse("/");
            if (!top.equals("/")
                    && scopes.stream().allMatch(scope -> scope.value().startsWith(top))) {
                return new Scope.Place(Scope.Axis.UNIT, top, false);
            }
        }
        List<String> stems = scopes.stream()
                .map(scope -> switch (scope.axis()) {
                    case REGION -> Scope.regionStem(scope.value());
                    case UNIT, LINE -> scope.value().equals("/") ? "" : home(actor);
                })
                .distinct()
                .collect(Collectors.toList());
        return stems.size() == 1 && !stems.getFirst().isEmpty()
                ? new Scope.Place(Scope.Axis.REGION, stems.getFirst(), false)
                : COUNTRY;
    }

    private static String home(Actor actor) {
        return actor.homeUnit().map(home -> Scope.regionStem(home.region())).orElse("");
    }
}
