package io.zhijian.registry.quota;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.Register;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.account.AccountPlatform;
import io.zhijian.registry.entry.PlainText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotas of accounts: read within reach, set by who decides there; each setting is a row of its own and judged at once. */
@Service
public class Quotas {

    private final QuotaRows rows;
    private final Units units;
    private final Register register;
    private final SubjectFacts facts;
    private final Ledger ledger;

    Quotas(QuotaRows rows, Units units, Register register, SubjectFacts facts, Ledger ledger) {
        this.rows = rows;
        this.units = units;
        this.register = register;
        this.facts = facts;
        this.ledger = ledger;
    }

    /** Units with accounts or quotas within reach, in the order of their codes, never by count. */
    @Transactional(readOnly = true)
    public Paging<Held> page(int number) {
        List<QuotaRows.Used> used = rows.used(number);
        List<UUID> ids = used.stream().map(QuotaRows.Used::unit).toList();
        Map<UUID, Unit> known = units.findAll(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<UUID, List<Quota>> now = rows.now(ids, facts.today()).stream().collect(Collectors.groupingBy(Quota::unit));
        List<Held> held = used.stream()
                .filter(row -> known.containsKey(row.unit()))
                .map(row -> new Held(
                        java.util.Objects.requireNonNull(known.get(row.unit())),
                        row.used(),
                        now.getOrDefault(row.unit(), List.of())))
                .toList();
        return new Paging<>(held, Math.clamp(number, 1, 100_000), Paging.SIZE, rows.countUnits());
    }

    /** In use on each platform, in the order of the platforms. */
    @Transactional(readOnly = true)
    public Map<AccountPlatform, Long> byPlatform(UUID unit) {
        return rows.byPlatform(unit);
    }

    /** All of a unit's, the latest day first. */
    @Transactional(readOnly = true)
    public List<Quota> of(UUID unit) {
        return rows.of(unit);
    }

    /** What holds for a unit today. */
    @Transactional(readOnly = true)
    public List<Quota> now(UUID unit) {
        return rows.now(List.of(unit), facts.today());
    }

    /** Sets one; for a day for which one stands already it takes its place. */
    @Transactional
    public void set(UUID unitId, QuotaOrder order) {
        Unit unit = units.get(unitId);
        Actor.current().require(Role.Power.DECIDE, unit.jurisdiction());
        need(order.basis(), "quota.basis-missing");
        need(order.reason(), "quota.reason-missing");
        if (order.from().isBefore(facts.today())) {
            throw Refusal.invalid("quota.day-past");
        }
        Integer most = order.most();
        if (most != null && (most < 0 || most > QuotaOrder.HIGHEST)) {
            throw Refusal.invalid("quota.most-unfit", QuotaOrder.HIGHEST);
        }
        rows.put(Ids.next(), unit.jurisdiction(), order);
        AccountPlatform platform = order.platform();
        ledger.write(
                "quota.set",
                unit.ref(),
                unit.jurisdiction(),
                order.reason(),
                Map.of(
                        "name", unit.name(),
                        "platform", platform == null ? "" : platform.name(),
                        "most", most == null ? "" : most.toString(),
                        "from", order.from().toString(),
                        "basis", order.basis()));
        register.judgeOf(SubjectKind.ACCOUNT, unitId);
    }

    private static void need(String text, String missing) {
        if (text.isBlank()) {
            throw Refusal.invalid(missing);
        }
        if (!PlainText.fits(text, QuotaOrder.TEXT)) {
            throw Refusal.invalid("quota.text-unfit", QuotaOrder.TEXT);
        }
    }
}
