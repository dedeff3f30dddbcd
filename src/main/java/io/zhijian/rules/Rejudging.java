package io.zhijian.rules;

import io.zhijian.base.SubjectRef;
import io.zhijian.rules.book.Verdict;
import io.zhijian.rules.office.InForce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For sweeps: judges many subjects at once, and knows which have to be judged again although nothing was written. */
@Service
public class Rejudging {

    private static final int BATCH = 1_000;
    private static final int PLACES = 50;

    private final Judging judging;
    private final InForce inForce;
    private final FindingRows rows;
    private final FindingSearch search;
    private final JudgedRows judged;
    private final Moves moves;

    Rejudging(
            Judging judging, InForce inForce, FindingRows rows, FindingSearch search, JudgedRows judged, Moves moves) {
        this.judging = judging;
        this.inForce = inForce;
        this.rows = rows;
        this.search = search;
        this.judged = judged;
        this.moves = moves;
    }

    private record Assessed(Judged subject, String mark, List<Verdict> verdicts) {

        UUID id() {
            return subject.subject().id();
        }
    }

    /** Judges those of a batch whose facts or rules changed since they were last judged, or that are due; returns how many. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int judge(FactSource source, List<UUID> ids, UUID sweep) {
        List<Assessed> changed = assess(source, ids, judged.marks(source.kind(), ids, judging.today()));
        if (changed.isEmpty()) {
            return 0;
        }
        Set<UUID> known = new HashSet<>(search.withFindings(
                source.kind(), changed.stream().map(Assessed::id).toList()));
        List<Assessed> quiet = new ArrayList<>();
        List<UUID> moving = new ArrayList<>();
        for (Assessed each : changed) {
            if (known.contains(each.id()) || each.verdicts().stream().anyMatch(Verdict::breach)) {
                moving.add(each.id());
            } else {
                quiet.add(each);
            }
        }
        quiet.addAll(move(source, moving, sweep));
        judged.save(quiet.stream()
                .map(each -> judging.row(each.subject(), each.mark(), each.verdicts()))
                .toList());
        return changed.size();
    }

    /** Locks them and reads them again, since their facts may have changed meanwhile; then moves their findings. */
    private List<Assessed> move(FactSource source, List<UUID> moving, UUID sweep) {
        if (moving.isEmpty()) {
            return List.of();
        }
        rows.lock(moving.stream().map(id -> new SubjectRef(source.kind(), id)).toList());
        List<Assessed> fresh = assess(source, moving, Map.of());
        Map<UUID, List<Finding>> findings = rows.of(source.kind(), moving);
        Changes changes = new Changes();
        for (Assessed each : fresh) {
            judging.judge(each.subject(), each.verdicts(), findings.getOrDefault(each.id(), List.of()), changes);
        }
        moves.write(changes, sweep);
        return fresh;
    }

    private List<Assessed> assess(FactSource source, List<UUID> ids, Map<UUID, String> marks) {
        List<Assessed> assessed = new ArrayList<>(ids.size());
        for (Judged subject : source.find(ids)) {
            String mark = judging.mark(subject);
            if (!mark.equals(marks.get(subject.subject().id()))) {
                assessed.add(new Assessed(subject, mark, judging.verdicts(subject)));
            }
        }
        return assessed;
    }

    /** One that cannot be judged now is tried again by the next sweep. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void setAside(FactSource source, UUID id) {
        judged.setAside(new SubjectRef(source.kind(), id), judging.today());
    }

    /** Some of those for whom days that went by may have changed something, in the order of ids. */
    @Transactional(readOnly = true)
    public List<UUID> due(String kind, UUID after) {
        return judged.due(kind, judging.today(), after, BATCH);
    }

    /** The places where other rules on a kind judge today than did; some of them at a time. */
    @Transactional(readOnly = true)
    public List<List<String>> placesUnderOtherRules(String kind) {
        LocalDate today = judging.today();
        Set<String> paths = new java.util.LinkedHashSet<>();
        for (JudgedRows.Place place : judged.places(kind)) {
            if (!inForce.on(today, place.where()).hash(kind).equals(place.rulebookHash())) {
                paths.add(place.where().path());
            }
        }
        List<String> all = List.copyOf(paths);
        List<List<String>> some = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PLACES) {
            some.add(all.subList(from, Math.min(all.size(), from + PLACES)));
        }
        return some;
    }

    /** Those held at these places that have been judged, in batches. */
    @Transactional(readOnly = true)
    public List<List<UUID>> heldAt(String kind, List<String> paths) {
        List<UUID> ids = judged.heldAt(kind, paths);
        List<List<UUID>> batches = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            batches.add(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
        return batches;
    }
}
