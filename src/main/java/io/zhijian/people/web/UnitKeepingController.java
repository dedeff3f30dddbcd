package io.zhijian.people.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitFacts;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding and changing units; for the system administrator. */
@Controller
class UnitKeepingController {

    private final Units units;

    UnitKeepingController(Units units) {
        this.units = units;
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @GetMapping("/units/{id}/new")
    String askNew(@PathVariable UUID id, Model model) {
        Unit parent = kept(id);
        Map<String, String> values = Map.of("region", parent.region());
        model.addAttribute("page", new UnitFormPage(null, parent, parent.level(), Set.of(), Form.of(values)));
        return "people/unit-form";
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/units/{id}/children")
    String add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<UnitKind> kinds,
            HttpServletResponse response,
            Model model) {
        Unit parent = kept(id);
        return save(
                null,
                parent,
                typed,
                kinds,
                response,
                model,
                facts -> units.create(id, facts, typed.getOrDefault("reason", "")));
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @GetMapping("/units/{id}/edit")
    String askChange(@PathVariable UUID id, Model model) {
        Unit unit = kept(id);
        Map<String, String> values = new HashMap<>();
        values.put("name", unit.name());
        values.put("region", unit.region());
        values.put("creditCode", Objects.requireNonNullElse(unit.creditCode(), ""));
        values.put("line", Objects.requireNonNullElse(unit.line(), ""));
        values.put("phone", Objects.requireNonNullElse(unit.phone(), ""));
        values.put("version", Integer.toString(unit.version()));
        model.addAttribute("page", new UnitFormPage(unit, parent(unit), unit.level(), unit.kinds(), Form.of(values)));
        return "people/unit-form";
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/units/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<UnitKind> kinds,
            HttpServletResponse response,
            Model model) {
        Unit unit = kept(id);
        return save(
                unit,
                parent(unit),
                typed,
                kinds,
                response,
                model,
                facts -> units.change(id, version, facts, typed.getOrDefault("reason", "")));
    }

    /** Saves and goes to the unit, or shows the form again with everything typed and what is wrong. */
    private String save(
            @Nullable Unit unit,
            @Nullable Unit parent,
            Map<String, String> typed,
            List<UnitKind> kinds,
            HttpServletResponse response,
            Model model,
            Function<UnitFacts, Unit> work) {
        UnitLevel level = level(typed.getOrDefault("level", ""));
        Set<UnitKind> set = kinds.isEmpty() ? EnumSet.noneOf(UnitKind.class) : EnumSet.copyOf(kinds);
        UnitFacts facts = new UnitFacts(
                typed.getOrDefault("name", ""),
                level,
                typed.getOrDefault("region", ""),
                typed.get("creditCode"),
                typed.get("line"),
                set,
                typed.get("phone"));
        Form form = new Form(typed, facts.problems());
        if (form.sound()) {
            try {
                return "redirect:/units/" + work.apply(facts).id();
            } catch (Refusal refusal) {
                form = form.with(field(refusal), refusal);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new UnitFormPage(unit, parent, level, set, form));
        return "people/unit-form";
    }

    /** The field that a refusal by the tree itself speaks of. */
    private static String field(Refusal refusal) {
        return switch (refusal.code()) {
            case "people.credit-code-taken" -> "creditCode";
            case "people.level-above-parent" -> "level";
            case "people.region-outside-parent" -> "region";
            case "people.text-missing", "people.text-length", "people.text-unseen" -> "reason";
            default -> "";
        };
    }

    private static UnitLevel level(String name) {
        return List.of(UnitLevel.values()).stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("page.malformed"));
    }

    private @Nullable Unit parent(Unit unit) {
        return unit.parent() == null ? null : units.get(unit.parent());
    }

    private Unit kept(UUID id) {
        Unit unit = units.get(id);
        Actor.current().require(Role.Power.STAFF, unit.jurisdiction());
        return unit;
    }
}
