package io.zhijian.rules.office;

import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.base.SubjectRef;
import io.zhijian.base.Texts;
import io.zhijian.ledger.Ledger;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offices switch rules on and off and set their figures, after checking the official text; nothing is ever undone silently. */
@Service
public class Settings {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 1_000;
    private static final int LARGEST = 10_000;

    private final Rulebook book;
    private final SettingRows rows;
    private final InForce inForce;
    private final RuleTexts texts;
    private final Ledger ledger;
    private final ObjectProvider<OfficeNames> names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settings(
            Rulebook book,
            SettingRows rows,
            InForce inForce,
            RuleTexts texts,
            Ledger ledger,
            ObjectProvider<OfficeNames> names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.rows = rows;
        this.inForce = inForce;
        this.texts = texts;
        this.ledger = ledger;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** An office has set a rule from a day on. */
    public record RuleSet(String rule, LocalDate from) {}

    /**
     * What an office wants.
     *
     * @param params figures by name, as typed; those not named or blank are as shipped
     * @param checkedText which official text was compared; needed to switch on a rule that ships off
     */
    public record Wish(
            String rule,
            Setting.State state,
            Map<String, String> params,
            @Nullable LocalDate from,
            String reason,
            String checkedText,
            @Nullable LocalDate checkedOn) {}

    /** The area over which this person may set rules: the widest region or tree of units it supervises; no system line. */
    public Optional<Scope> area(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role() == Role.SUPERVISOR)
                .map(Grant::scope)
                .filter(scope -> scope.axis() != Scope.Axis.LINE)
                .min(Comparator.comparingInt(Settings::breadth));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    /** Everything offices ever set about a rule, the latest first. */
    @Transactional(readOnly = true)
    public List<Setting> history(String rule) {
        return rows.of(rule).reversed();
    }

    /** What stands today for the actor's own area, of that area's office itself. */
    @Transactional(readOnly = true)
    public Optional<Setting> own(String rule, Actor actor) {
        return area(actor)
                .flatMap(area -> new Overrides(rows.of(rule))
                        .on(today()).stream()
                                .filter(each -> each.scope().equals(area))
                                .findFirst());
    }

    @Transactional
    public void set(Wish wish) {
        Actor actor = Actor.current();
        Scope area = area(actor).orElseThrow(() -> Refusal.forbidden("lawbook.no-area"));
        Jurisdiction home = actor.homeUnit().orElseThrow(() -> Refusal.forbidden("lawbook.no-area"));
        Rule rule = book.rule(wish.rule()).orElseThrow(() -> Refusal.notFound("page.not-found"));
        rows.lock();
        Setting setting = new Setting(
                Ids.next(),
                rule.id(),
                area,
                wish.state(),
                params(rule, wish.params()),
                from(wish.from()),
                text(wish.reason(), "lawbook.reason-missing"),
                checked(rule, wish, own(rule.id(), actor), today()),
                names.stream().map(each -> each.name(home.unit())).findFirst().orElse(""),
                actor.name(),
                clock.instant());
        refuseAgainstWider(setting);
        texts.keep(rule);
        rows.insert(setting, rule.hash(), home.unit(), actor.id());
        ledger.write("rule.set", ref(rule.id()), home, setting.reason(), details(rule, setting));
        events.publishEvent(new RuleSet(rule.id(), setting.from()));
    }

    /** Under which the ledger knows a rule. */
    static SubjectRef ref(String rule) {
        return new SubjectRef("rule", UUID.nameUUIDFromBytes(("rule:" + rule).getBytes(StandardCharsets.UTF_8)));
    }

    /** What a wider area's office has set binds: a narrower one cannot set the same otherwise. */
    private void refuseAgainstWider(Setting setting) {
        List<Setting> wider = new Overrides(rows.of(setting.ruleId()))
                .on(setting.from()).stream()
                        .filter(each -> each.breadth() < setting.breadth() && contains(each.scope(), setting.scope()))
                        .toList();
        for (Setting each : wider) {
            boolean switched = each.state() != Setting.State.SHIPPED
                    && setting.state() != Setting.State.SHIPPED
                    && each.state() != setting.state();
            boolean figured = setting.params().entrySet().stream()
                    .anyMatch(param -> each.params().containsKey(param.getKey())
                            && !param.getValue().equals(each.params().get(param.getKey())));
            if (switched || figured) {
                throw Refusal.conflict("lawbook.wider-has-set", each.office(), Texts.date(each.from()));
            }
        }
    }

    private static boolean contains(Scope wide, Scope narrow) {
        return wide.axis() == Scope.Axis.UNIT
                ? wide.value().equals("/") || narrow.value().startsWith(wide.value())
                : narrow.value().startsWith(Scope.regionStem(wide.value()));
    }

    private static Rule.@Nullable Checked checked(Rule rule, Wish wish, Optional<Setting> before, LocalDate today) {
        if (wish.state() != Setting.State.ON || rule.enabled()) {
            return null;
        }
        if (wish.checkedText().isBlank() && before.isPresent() && before.get().checked() != null) {
            return before.get().checked();
        }
        String said = text(wish.checkedText(), "lawbook.text-missing");
        if (wish.checkedOn() == null || wish.checkedOn().isAfter(today)) {
            throw Refusal.invalid("lawbook.checked-on-missing");
        }
        return new Rule.Checked(said, wish.checkedOn());
    }

    private LocalDate from(@Nullable LocalDate from) {
        LocalDate today = today();
        if (from == null || from.isBefore(today) || from.isAfter(today.plusYears(1))) {
            throw Refusal.invalid("lawbook.from-past");
        }
        return from;
    }

    private static Map<String, Object> params(Rule rule, Map<String, String> typed) {
        Map<String, Object> params = new LinkedHashMap<>();
        rule.params().forEach((name, shipped) -> {
            String value = typed.getOrDefault(name, "").strip();
            if (shipped instanceof Integer && !value.isEmpty()) {
                if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > LARGEST) {
                    throw Refusal.invalid("lawbook.figure-wrong");
                }
                if (!shipped.equals(Integer.valueOf(value))) {
                    params.put(name, Integer.valueOf(value));
                }
            }
        });
        return params;
    }

    private static Map<String, String> details(Rule rule, Setting setting) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", rule.title().zh());
        details.put("rule", rule.id());
        details.put("state", setting.state().name());
        details.put("params", setting.params().toString());
        details.put("area", setting.scope().value());
        details.put("from", setting.from().toString());
        details.put("shipped", rule.hash());
        Optional.ofNullable(setting.checked()).ifPresent(checked -> {
            details.put("text", checked.text());
            details.put("checked", checked.on().toString());
        });
        return details;
    }

    private static int breadth(Scope scope) {
        return scope.axis() == Scope.Axis.UNIT
                ? scope.value().length() - 1
                : Scope.regionStem(scope.value()).length();
    }

    private static String text(String text, String refusal) {
        if (text.isBlank()) {
            throw Refusal.invalid(refusal);
        }
        if (text.strip().length() > LONGEST) {
            throw Refusal.invalid("rules.text-long", LONGEST);
        }
        return text.strip();
    }
}
