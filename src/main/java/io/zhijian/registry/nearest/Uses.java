package io.zhijian.registry.nearest;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Scope;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Subject;
import io.zhijian.registry.life.Stage;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells what a like app may be good for, from where both stand; published apps are only ever like. */
final class Uses {

    private static final Set<Stage> GONE = EnumSet.of(Stage.OFFLINE, Stage.DISPOSING, Stage.CLOSED);
    private static final Set<Stage> THERE = EnumSet.of(Stage.ACCEPTED, Stage.FILED, Stage.ONLINE);
    private static final Set<Stage> COMING = EnumSet.of(Stage.PLANNED, Stage.APPROVED);

    private final Seeker seeker;
    private final Map<UUID, Unit> users;

    /** @param users the units that use any of the candidates */
    Uses(Seeker seeker, Map<UUID, Unit> users) {
        this.seeker = seeker;
        this.users = users;
    }

    record Said(Use use, String why) {}

    Said of(Subject other, boolean related) {
        if (other.published()) {
            return new Said(Use.SIMILAR, "");
        }
        Stage stage = other.ownStage();
        if (GONE.contains(stage)) {
            return new Said(related ? Use.ENDED : Use.SIMILAR, "");
        }
        Jurisdiction ours = seeker.where();
        UnitLevel level = seeker.level();
        if (!related || ours == null || level == null || other.level() == null) {
            return new Said(Use.SIMILAR, "");
        }
        String embeds = THERE.contains(stage) ? embeds(other, ours, level) : "";
        if (!embeds.isEmpty()) {
            return new Said(Use.EMBED, embeds);
        }
        String joins = THERE.contains(stage) || COMING.contains(stage) ? joins(other, ours, level) : "";
        return joins.isEmpty() ? new Said(Use.SIMILAR, "") : new Said(Use.COOPERATE, joins);
    }

    /** Whether an app at this stage can no longer be used. */
    static boolean gone(Stage stage) {
        return GONE.contains(stage);
    }

    private String embeds(Subject other, Jurisdiction ours, UnitLevel level) {
        Jurisdiction theirs = other.jurisdiction();
        if (theirs.unit().equals(ours.unit())) {
            return "";
        }
        boolean above = level.below(Objects.requireNonNull(other.level()))
                && ours.region().startsWith(Scope.regionStem(theirs.region()));
        boolean used = other.entry().users().stream()
                .map(users::get)
                .anyMatch(unit -> unit != null && ours.path().startsWith(unit.path()));
        return used ? "used" : above ? "above" : "";
    }

    private static String joins(Subject other, Jurisdiction ours, UnitLevel level) {
        Jurisdiction theirs = other.jurisdiction();
        if (theirs.unit().equals(ours.unit())) {
            return "same-host";
        }
        if (other.level() != level) {
            return "";
        }
        if (ours.line() != null && ours.line().equals(theirs.line())) {
            return "same-line";
        }
        return around(ours.region()).equals(around(theirs.region())) ? "same-region" : "";
    }

    /** The region around a region: of a town its county, of a county its city. */
    private static String around(String region) {
        String stem = Scope.regionStem(region);
        return switch (stem.length()) {
            case 12 -> stem.substring(0, 9);
            case 9 -> stem.substring(0, 6);
            case 6 -> stem.substring(0, 4);
            case 4 -> stem.substring(0, 2);
            default -> stem;
        };
    }
}
