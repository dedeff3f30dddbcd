package io.zhijian.people;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units: everyone signed in may look units up; who keeps the tree (power staff) adds and changes them. */
@Service
public class Units {

    private final JdbcClient db;
    private final UnitRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Units(JdbcClient db, UnitRows rows, Ledger ledger, ApplicationEventPublisher events) {
        this.db = db;
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Unit> find(UUID id) {
        return db.sql("select" + UnitRows.COLUMNS + "from people.unit where id = :id")
                .param("id", id)
                .query(UnitRows::unit)
                .optional();
    }

    /** The unit, or a refusal that it cannot be found. */
    @Transactional(readOnly = true)
    public Unit get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("people.unit-unknown"));
    }

    /** Those of the ids that exist, in the order of the tree. */
    @Transactional(readOnly = true)
    public List<Unit> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.sql("select" + UnitRows.COLUMNS + "from people.unit where id in (:ids) order by path")
                .param("ids", ids)
                .query(UnitRows::unit)
                .list();
    }

    /** Units whose name holds the text, or whose region or credit code begins with it; names that begin with it first. */
    @Transactional(readOnly = true)
    public List<Unit> search(String text, int limit) {
        String escaped = Words.tidy(text).replaceAll("([\\\\%_])", "\\\\$1");
        if (escaped.isEmpty()) {
            return List.of();
        }
        return db.sql("select" + UnitRows.COLUMNS + """
                         from people.unit
                        where name ilike '%' || :text || '%' or region like :text || '%' or credit_code like :text || '%'
                        order by name not ilike :text || '%', level_rank, name, id
                        limit :limit""")
                .param("text", escaped)
                .param("limit", limit)
                .query(UnitRows::unit)
                .list();
    }

    /** The units right under one, or the top of the tree. */
    @Transactional(readOnly = true)
    public List<Unit> children(@Nullable UUID parent) {
        return db.sql("select" + UnitRows.COLUMNS + """
                         from people.unit
                        where parent is not distinct from cast(:parent as uuid) order by level_rank, region, child_number""")
                .param("parent", parent)
                .query(UnitRows::unit)
                .list();
    }

    /** From the top of the tree down to the unit itself. */
    @Transactional(readOnly = true)
    public List<Unit> lineage(Unit unit) {
        return db.sql("select" + UnitRows.COLUMNS + """
                         from people.unit where path in (:paths) order by path""")
                .param("paths", prefixes(unit.path()))
                .query(UnitRows::unit)
                .list();
    }

    /** The unit at a place in the tree. */
    @Transactional(readOnly = true)
    public Optional<Unit> at(String path) {
        return db.sql("select" + UnitRows.COLUMNS + "from people.unit where path = :path")
                .param("path", path)
                .query(UnitRows::unit)
                .optional();
    }

    private static List<String> prefixes(String path) {
        List<String> prefixes = new ArrayList<>();
        for (int at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
            prefixes.add(path.substring(0, at + 1));
        }
        return prefixes;
    }

    /** Adds a unit under a parent, or at the top; returns it as stored. */
    @Transactional
    public Unit create(@Nullable UUID parent, UnitFacts facts, String reason) {
        Words.refuse(facts.problems());
        Unit above = parent == null ? null : rows.lock(parent);
        int number = rows.nextNumber(parent);
        Unit unit = new Unit(
                Ids.next(),
                parent,
                (above == null ? "/" : above.path()) + number + "/",
                facts.name(),
                facts.level(),
                facts.region(),
                facts.creditCode(),
                facts.line(),
                facts.kinds(),
                facts.phone(),
                1);
        if (above != null) {
            refuseMisplaced(facts, above);
        }
        Actor.current().require(Role.Power.STAFF, unit.jurisdiction());
        rows.insert(unit, number);
        record("unit.created", unit, reason, Map.of("name", unit.name()));
        return unit;
    }

    /** Changes what is written down about a unit; its place in the tree stays. */
    @Transactional
    public Unit change(UUID id, int version, UnitFacts facts, String reason) {
        Words.refuse(facts.problems());
        Unit before = rows.lock(id);
        Actor.current().require(Role.Power.STAFF, before.jurisdiction());
        if (before.parent() != null) {
            refuseMisplaced(facts, get(before.parent()));
        }
        if (before.version() != version) {
            throw Refusal.conflict("people.changed-meanwhile");
        }
        rows.update(id, facts);
        Unit after = get(id);
        record("unit.changed", after, reason, changes(before.facts(), facts));
        events.publishEvent(new Unit.Changed(id, 1));
        return after;
    }

    private void record(String action, Unit unit, String reason, Map<String, String> details) {
        ledger.write(action, unit.ref(), unit.jurisdiction(), Words.reason(reason), details);
    }

    /** What was changed, as "old → new" under the name of the field. */
    private static Map<String, String> changes(UnitFacts before, UnitFacts after) {
        Map<String, String> old = before.named();
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("name", after.name());
        after.named().forEach((field, value) -> {
            if (!value.equals(old.get(field))) {
                changes.put(field, old.get(field) + " → " + value);
            }
        });
        return changes;
    }

    /** A unit ranks no higher than the one above it, and lies within its region. */
    private static void refuseMisplaced(UnitFacts facts, Unit above) {
        if (above.level().below(facts.level())) {
            throw Refusal.invalid("people.level-above-parent", above.name());
        }
        if (!facts.region().startsWith(Scope.regionStem(above.region()))) {
            throw Refusal.invalid("people.region-outside-parent", above.name(), above.region());
        }
    }
}
