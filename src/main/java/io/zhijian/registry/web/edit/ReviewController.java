package io.zhijian.registry.web.edit;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.App;
import io.zhijian.registry.AppVersion;
import io.zhijian.registry.Apps;
import io.zhijian.registry.Stage;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.draft.Drafts;
import io.zhijian.registry.entry.AppFacts;
import io.zhijian.registry.entry.Change;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.entry.Typed;
import io.zhijian.rules.book.Rulebook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final Apps apps;
    private final Units units;
    private final EditPages pages;
    private final Rulebook book;
    private final Clock clock;

    ReviewController(Drafts drafts, Apps apps, Units units, EditPages pages, Rulebook book, Clock clock) {
        this.drafts = drafts;
        this.apps = apps;
        this.units = units;
        this.pages = pages;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/apps/{id}/edit/review")
    @Access(roles = Role.CLERK)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", page(drafts.open(id), "", ""));
        return "registry/review";
    }

    @PostMapping("/apps/{id}/edit/review")
    @Access(roles = Role.CLERK)
    String handIn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.open(id);
        try {
            if (!PlainText.fits(reason, REASON)) {
                throw Refusal.invalid("registry.reason-unfit", REASON);
            }
            drafts.handIn(id, reason.strip());
            return "redirect:/apps/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(draft, reason, refusal.words()));
            return "registry/review";
        }
    }

    @PostMapping("/apps/{id}/edit/catch-up")
    @Access(roles = Role.CLERK)
    String catchUp(@PathVariable UUID id) {
        drafts.catchUp(id);
        return "redirect:/apps/" + id + "/edit/review";
    }

    private ReviewPage page(Draft draft, String reason, String refused) {
        Optional<App> app = apps.find(draft.app());
        Entry blank = EntryForm.read(new Typed(Map.of())).entry();
        EntryForm.Read read = EntryForm.read(draft.typed());
        boolean behind = app.isPresent() && app.get().version() != draft.baseVersion();
        Entry before = behind ? startedFrom(draft, blank) : app.map(App::entry).orElse(blank);
        AppFacts after = facts(app, read.entry());
        Typed both = new Typed(merged(EntryForm.typed(before), draft.typed()));
        return new ReviewPage(
                draft,
                EditPages.title(draft),
                Change.between(before, read.entry()),
                read.problems(),
                Preview.of(book, app.map(App::facts).orElse(null), after, today()),
                after.toComplete().size(),
                behind,
                pages.shown(both),
                reason,
                refused);
    }

    /** While others are ahead, only the writer's own changes are shown, not theirs undone. */
    private Entry startedFrom(Draft draft, Entry blank) {
        return apps.versions(draft.app()).stream()
                .filter(version -> version.number() == draft.baseVersion())
                .map(AppVersion::entry)
                .findFirst()
                .orElse(blank);
    }

    /** Values only serve to look units up, so keys may be anything that keeps both sides apart. */
    private static Map<String, String> merged(Typed before, Typed after) {
        Map<String, String> all = new java.util.HashMap<>(after.values());
        before.values().forEach((key, value) -> all.put("before." + key, value));
        return all;
    }

    private AppFacts facts(Optional<App> app, Entry entry) {
        String stage = app.map(App::ownStage).orElse(Stage.PLANNED).code();
        return AppFacts.of(entry, stage, level(entry));
    }

    private @Nullable UnitLevel level(Entry entry) {
        return entry.host() == null
                ? null
                : units.find(entry.host()).map(unit -> unit.level()).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }
}
