package io.zhijian.registry.nearest;

import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.life.SubjectMove;
import io.zhijian.registry.search.SubjectSearch;
import io.zhijian.semantics.likeness.LikenessIndex;
import io.zhijian.semantics.likeness.Near;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the apps like one. The index proposes only what lies within the reader's reach; each is then read under the row
 * policies, and what these do not give is not there.
 */
@Service
public class NearestApps {

    /** How many are looked at, and how many of each use are shown. */
    private static final int LOOKED_AT = 40;

    private static final int SHOWN = 6;

    /** From this chance on two apps have enough in common to be named together. */
    private static final double LIKE_FROM = 0.1;

    /** From this chance on the work is near enough to think of doing it together. */
    private static final double RELATED_FROM = 0.2;

    private final NearestFeed feed;
    private final SubjectSearch search;
    private final Subjects subjects;
    private final Units units;

    NearestApps(NearestFeed feed, SubjectSearch search, Subjects subjects, Units units) {
        this.feed = feed;
        this.search = search;
        this.subjects = subjects;
        this.units = units;
    }

    /** For a page: also said function by function. */
    public Nearest of(Seeker seeker) {
        return find(seeker, SHOWN, true);
    }

    /** For somebody who is typing: a few, at once. */
    public Nearest quickly(Seeker seeker, int most) {
        Nearest found = find(seeker, most, false);
        return new Nearest(
                found.percent(), found.candidates().stream().limit(most).toList());
    }

    private Nearest find(Seeker seeker, int most, boolean functions) {
        Optional<LikenessIndex> index = feed.index();
        int percent = feed.percent();
        Optional<Predicate<UUID>> reach = search.withinReach();
        if (index.isEmpty() || reach.isEmpty()) {
            return new Nearest(Math.min(percent, 99), List.of());
        }
        if (!seeker.saysEnough()) {
            return new Nearest(percent, List.of());
        }
        Predicate<String> within =
                id -> !id.equals(seeker.profile().id()) && reach.get().test(UUID.fromString(id));
        List<Near> near = index.get().nearest(seeker.profile(), LOOKED_AT, within);
        return new Nearest(percent, candidates(seeker, index.get(), near, most, functions));
    }

    private List<Candidate> candidates(
            Seeker seeker, LikenessIndex index, List<Near> near, int most, boolean functions) {
        Map<UUID, Subject> seen = subjects
                .among(
                        SubjectKind.APP,
                        near.stream()
                                .filter(one -> one.chance() >= LIKE_FROM)
                                .map(NearestApps::id)
                                .toList())
                .stream()
                .collect(Collectors.toMap(Subject::id, Function.identity()));
        Uses uses = new Uses(seeker, users(seen));
        Map<Use, Integer> count = new EnumMap<>(Use.class);
        List<Candidate> candidates = new ArrayList<>();
        for (Near one : near) {
            Subject app = seen.get(id(one));
            if (app != null) {
                Uses.Said said = uses.of(app, one.likely() || one.chance() >= RELATED_FROM);
                if (count.merge(said.use(), 1, Integer::sum) <= most) {
                    candidates.add(new Candidate(
                            app,
                            index.explain(seeker.profile(), one, functions),
                            said.use(),
                            said.why(),
                            one.likely() && !app.published(),
                            said.use() == Use.ENDED ? ended(app) : null));
                }
            }
        }
        return candidates;
    }

    private Map<UUID, Unit> users(Map<UUID, Subject> apps) {
        List<UUID> ids = apps.values().stream()
                .flatMap(app -> app.entry().users().stream())
                .distinct()
                .toList();
        return units.findAll(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    private @Nullable Instant ended(Subject app) {
        return subjects.moves(app.id()).stream()
                .filter(move -> Uses.gone(move.to()))
                .map(SubjectMove::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static UUID id(Near near) {
        return UUID.fromString(near.app().id());
    }
}
