package io.zhijian.registry.quota.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.account.AccountPlatform;
import io.zhijian.registry.quota.QuotaOrder;
import io.zhijian.registry.quota.Quotas;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many accounts units have and may have: read by those who reach them, set by who oversees them. */
@Controller
class QuotaController {

    private static final int FOUND = 20;

    private final Quotas quotas;
    private final Units units;

    QuotaController(Quotas quotas, Units units) {
        this.quotas = quotas;
        this.units = units;
    }

    @GetMapping("/quotas")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String list(@RequestParam Map<String, String> wish, Model model) {
        String words = wish.getOrDefault("q", "").strip();
        String number = wish.getOrDefault("page", "");
        model.addAttribute(
                "page",
                new QuotasPage(
                        quotas.page(number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1), words, found(words)));
        return "quota/quotas";
    }

    /** Units out of reach have no accounts to show. */
    private List<Unit> found(String words) {
        return units.search(words, FOUND).stream()
                .filter(unit -> Actor.current().may(Role.Power.READ, unit.jurisdiction()))
                .toList();
    }

    @GetMapping("/quotas/{unit}")
    @Access(roles = {Role.CLERK, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(@PathVariable UUID unit, Model model) {
        model.addAttribute("page", page(readable(unit), Map.of(), ""));
        return "quota/quota";
    }

    @PostMapping("/quotas/{unit}")
    @Access(roles = Role.SUPERVISOR)
    String set(
            @PathVariable UUID unit,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Unit of = readable(unit);
        try {
            quotas.set(unit, order(typed));
            return "redirect:/quotas/" + unit;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(of, typed, refusal.words()));
            return "quota/quota";
        }
    }

    private QuotaPage page(Unit unit, Map<String, String> typed, String refused) {
        return new QuotaPage(
                unit,
                quotas.byPlatform(unit.id()),
                quotas.now(unit.id()),
                quotas.of(unit.id()),
                Actor.current().may(Role.Power.DECIDE, unit.jurisdiction()),
                typed,
                refused);
    }

    private Unit readable(UUID id) {
        return units.find(id)
                .filter(unit -> Actor.current().may(Role.Power.READ, unit.jurisdiction()))
                .orElseThrow(() -> Refusal.notFound("people.unit-unknown"));
    }

    private static QuotaOrder order(Map<String, String> typed) {
        return new QuotaOrder(
                platform(typed.getOrDefault("platform", "")),
                most(typed.getOrDefault("most", "").strip(), typed.containsKey("unlimited")),
                day(typed.getOrDefault("from", "").strip()),
                typed.getOrDefault("basis", "").strip(),
                typed.getOrDefault("reason", "").strip());
    }

    private static @Nullable AccountPlatform platform(String name) {
        return Arrays.stream(AccountPlatform.values())
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer most(String text, boolean unlimited) {
        if (unlimited && text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,3}")) {
            throw Refusal.invalid("quota.most-unfit", QuotaOrder.HIGHEST);
        }
        return Integer.valueOf(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("registry.day-unfit");
        }
    }
}
