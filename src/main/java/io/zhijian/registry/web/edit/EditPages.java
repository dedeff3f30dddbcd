package io.zhijian.registry.web.edit;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.app.AppStep;
import io.zhijian.registry.draft.Draft;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.entry.Step;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.nearest.NearestApps;
import io.zhijian.registry.nearest.web.Typing;
import io.zhijian.registry.web.Shown;
import io.zhijian.registry.web.SubjectPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a step from what was typed. */
@Component
class EditPages {

    private static final int FOUND = 8;

    private final Units units;
    private final NearestApps nearest;

    EditPages(Units units, NearestApps nearest) {
        this.units = units;
        this.nearest = nearest;
    }

    /** @param all whether to tell what is missing too, not only what is wrong */
    List<Problem> problems(Draft draft, Step step, boolean all) {
        return draft.shape().read(draft.typed()).problems().stream()
                .filter(problem -> problem.field().step() == step)
                .filter(problem -> all || draft.typed().has(problem.key()))
                .toList();
    }

    EditPage step(Draft draft, Step step, List<Problem> problems, Map<String, String> wish) {
        Shown shown = shown(draft.typed());
        Blocks.Picking picking = picking(step, wish);
        List<Block> blocks = new Blocks(draft.typed(), problems, shown, picking).of(step);
        return new EditPage(
                draft, title(draft), step, blocks, problems, displayText(draft, step, shown), near(draft, step, wish));
    }

    private @Nullable Typing near(Draft draft, Step step, Map<String, String> wish) {
        if (!Typing.on(draft, step)) {
            return null;
        }
        return "true".equals(wish.get("near"))
                ? Typing.of(draft, step, draft.shape().read(draft.typed()).entry(), nearest, units)
                : Typing.unasked(draft, step);
    }

    static String title(Draft draft) {
        return draft.fresh()
                ? t(draft.kind().textKey("edit.title-new"))
                : t("registry.edit.title", draft.name().isBlank() ? t("registry.unnamed") : draft.name());
    }

    Shown shown(Typed typed) {
        List<UUID> ids = typed.values().values().stream()
                .filter(Kind.UNIT::fits)
                .map(UUID::fromString)
                .distinct()
                .limit(2L * Shape.ROWS)
                .toList();
        return new Shown(units.findAll(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity())));
    }

    static String query(String field, String text) {
        return "find." + URLEncoder.encode(field, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Blocks.Picking picking(Step step, Map<String, String> wish) {
        Map<String, String> sought = new HashMap<>();
        Map<String, List<Unit>> found = new HashMap<>();
        for (Field field : step.fields()) {
            String text = wish.getOrDefault("find." + field.path(), "").strip();
            if (field.kind() == Kind.UNIT && !text.isEmpty()) {
                sought.put(field.path(), text);
                found.put(field.path(), find(field, text));
            }
        }
        return new Blocks.Picking(wish.getOrDefault("more", ""), sought, found);
    }

    /** As a host only units over which the writer may declare; anyone may be a user. */
    private List<Unit> find(Field field, String text) {
        return units.search(text, field.isHost() ? FOUND * 10 : FOUND).stream()
                .filter(unit -> !field.isHost() || Actor.current().may(Role.Power.EDIT, unit.jurisdiction()))
                .limit(FOUND)
                .toList();
    }

    private static String displayText(Draft draft, Step step, Shown shown) {
        return step == AppStep.DISPLAY && draft.typed().has(Field.HOST)
                ? SubjectPage.displayText(shown.unit(draft.typed().get(Field.HOST)), (AppEntry)
                        draft.shape().read(draft.typed()).entry())
                : "";
    }
}
