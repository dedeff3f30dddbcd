package io.zhijian.registry.web.edit;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.SubjectVersion;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.Change;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Standing;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.web.Kinds;
import io.zhijian.rules.book.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last step: look at what will change, catch up with others, hand in. */
@Controller
class ReviewController {

    private static final int REASON = 500;

    private final Drafts drafts;
    private final Subjects subjects;
    private final Units units;
    private final EditPages pages;
    private final Rulebook book;
    private final SubjectFacts facts;

    ReviewController(
            Drafts drafts, Subjects subjects, Units units, EditPages pages, Rulebook book, SubjectFacts facts) {
        this.drafts = drafts;
        this.subjects = subjects;
        this.units = units;
        this.pages = pages;
        this.book = book;
        this.facts = facts;
    }

    @GetMapping(Kinds.PATH + "/{id}/edit/review")
    @Access(roles = Role.CLERK)
    String show(@PathVariable String kinds, @PathVariable UUID id, Model model) {
        model.addAttribute("page", page(open(kinds, id), "", ""));
        return "registry/review";
    }

    @PostMapping(Kinds.PATH + "/{id}/edit/review")
    @Access(roles = Role.CLERK)
    String handIn(
            @PathVariable String kinds,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Draft draft = open(kinds, id);
        try {
            if (!PlainText.fits(reason, REASON)) {
                throw Refusal.invalid("registry.reason-unfit", REASON);
            }
            drafts.handIn(id, reason.strip());
            return "redirect:/" + kinds + "/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(draft, reason, refusal.words()));
            return "registry/review";
        }
    }

    @PostMapping(Kinds.PATH + "/{id}/edit/catch-up")
    @Access(roles = Role.CLERK)
    String catchUp(@PathVariable String kinds, @PathVariable UUID id) {
        open(kinds, id);
        drafts.catchUp(id);
        return "redirect:/" + kinds + "/" + id + "/edit/review";
    }

    private ReviewPage page(Draft draft, String reason, String refused) {
        Optional<Subject> subject = subjects.find(draft.subject());
        Shape shape = draft.shape();
        Entry blank = shape.read(new Typed(Map.of())).entry();
        Shape.Read read = shape.read(draft.typed());
        boolean behind = subject.isPresent() && subject.get().version() != draft.baseVersion();
        Entry before =
                behind ? startedFrom(draft, blank) : subject.map(Subject::entry).orElse(blank);
        Judging judging = judging(draft, subject, read.entry());
        Typed both = new Typed(merged(shape.typed(before), draft.typed()));
        return new ReviewPage(
                draft,
                EditPages.title(draft),
                Change.between(shape, before, read.entry()),
                read.problems(),
                Preview.of(book, draft.kind(), judging.before(), judging.after(), facts.today()),
                ((Facts) judging.after()).toComplete().size(),
                behind,
                pages.shown(both),
                reason,
                refused);
    }

    /** While others are ahead, only the writer's own changes are shown, not theirs undone. */
    private Entry startedFrom(Draft draft, Entry blank) {
        return subjects.versions(draft.subject()).stream()
                .filter(version -> version.number() == draft.baseVersion())
                .map(SubjectVersion::entry)
                .findFirst()
                .orElse(blank);
    }

    /** Values only serve to look units up, so keys may be anything that keeps both sides apart. */
    private static Map<String, String> merged(Typed before, Typed after) {
        Map<String, String> all = new java.util.HashMap<>(after.values());
        before.values().forEach((key, value) -> all.put("before." + key, value));
        return all;
    }

    /** The facts on both sides of handing in; before is null for a new subject. */
    private record Judging(@Nullable Record before, Record after) {}

    private Judging judging(Draft draft, Optional<Subject> subject, Entry entry) {
        return subject.map(own -> new Judging(
                        facts.read(own).facts(),
                        facts.read(own, entry, level(entry)).facts()))
                .orElseGet(() -> {
                    String first = draft.kind().first().code();
                    Standing standing = new Standing(first, level(entry), facts.today(), Standing.Neighbours.UNKNOWN);
                    return new Judging(null, (Record) entry.facts(standing));
                });
    }

    private Draft open(String kinds, UUID id) {
        Draft draft = drafts.open(id);
        if (draft.kind() != Kinds.of(kinds)) {
            throw Refusal.notFound("registry.subject-unknown");
        }
        return draft;
    }

    private @Nullable UnitLevel level(Entry entry) {
        return entry.host() == null
                ? null
                : units.find(entry.host()).map(unit -> unit.level()).orElse(null);
    }
}
