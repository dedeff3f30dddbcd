package io.zhijian.registry.exchange;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportRows;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StageRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what was looked through: rows, versions, the beginnings of lives, one entry in the ledger and the import's own
 * end, all in one transaction. Rows were checked by the form's rules as they were staged; the row policies check each
 * host again as it is written.
 */
@Service
class Writing {

    private static final String ENTER = """
            insert into registry.subject
              (id, kind, provenance, name, form, level, host_unit, host_name, unit_path, region, line, user_paths, stage,
               place, reliability, version, updated_at, to_complete, search, core, ends_on, entered_at, stage_at, doc)
            select r.subject, :kind, 'OWN', r.name, r.form, h.level, h.unit, h.name, h.unit_path, h.region, h.line,
                   r.user_paths, :stage, '', '', 1, :at, r.to_complete, r.search, r.core, r.ends_on, :at, :at, r.doc
              from registry.import_row r
              join registry.import_host h on h.import = r.import and h.unit = r.host
             where r.import = :id and r.state = 'ENTERED'
             order by r.number
            """;

    private static final String REVISE = """
            update registry.subject s
               set name = r.name, form = r.form, level = h.level, host_unit = h.unit, host_name = h.name,
                   unit_path = h.unit_path, region = h.region, line = h.line, user_paths = r.user_paths,
                   version = r.base_version + 1, updated_at = :at, to_complete = r.to_complete, search = r.search,
                   core = r.core, ends_on = r.ends_on, doc = r.doc
              from registry.import_row r
              join registry.import_host h on h.import = r.import and h.unit = r.host
             where r.import = :id and r.state = 'REVISED'
               and s.id = r.subject and s.version = r.base_version and s.provenance = 'OWN'
            """;

    private static final String VERSIONS = """
            insert into registry.subject_version
              (subject, number, unit_path, region, line, doc, at, actor, actor_name, reason)
            select s.id, s.version, s.unit_path, s.region, s.line, s.doc, :at, :actor, :name, :reason
              from registry.import_row r
              join registry.subject s on s.id = r.subject
             where r.import = :id and r.state in ('ENTERED', 'REVISED')
            """;

    private static final String BEGINNINGS = """
            insert into registry.subject_move
              (id, subject, unit_path, region, line, to_stage, at, actor, actor_name, reason)
            select uuidv7(), s.id, s.unit_path, s.region, s.line, s.stage, :at, :actor, :name, :reason
              from registry.import_row r
              join registry.subject s on s.id = r.subject
             where r.import = :id and r.state = 'ENTERED'
            """;

    /** Somebody else has entered, meanwhile, what these rows would enter. */
    private static final String MEANWHILE = """
            select exists (select 1 from registry.import_row r
                             join registry.subject s
                               on s.kind = :kind and s.host_unit = r.host and s.name = r.name and s.provenance = 'OWN'
                                  and s.form is not distinct from r.form and s.entered_at > :since
                            where r.import = :id and r.state = 'ENTERED')
            """;

    private final JdbcClient db;
    private final ImportRows imports;
    private final StageRows stage;
    private final Units units;
    private final Grace grace;
    private final Ledger ledger;
    private final Clock clock;

    Writing(JdbcClient db, ImportRows imports, StageRows stage, Units units, Grace grace, Ledger ledger, Clock clock) {
        this.db = db;
        this.imports = imports;
        this.stage = stage;
        this.units = units;
        this.grace = grace;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    void write(UUID id, String reason) {
        Import now = imports.lock(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
        if (now.state() != ImportState.WRITING) {
            throw Refusal.conflict("exchange.moved-on");
        }
        List<StageRows.Host> hosts = stage.hosts(id);
        checkHosts(hosts);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean meanwhile = sql(MEANWHILE, now, at, reason)
                .param("since", now.createdAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        int entered = meanwhile ? -1 : sql(ENTER, now, at, reason).update();
        int revised = meanwhile ? -1 : sql(REVISE, now, at, reason).update();
        if (entered != now.counts().entered() || revised != now.counts().revised()) {
            throw Refusal.conflict("exchange.changed-meanwhile");
        }
        sql(VERSIONS, now, at, reason).update();
        sql(BEGINNINGS, now, at, reason).update();
        grace.open(now, hosts);
        stage.slim(id);
        imports.dropFile(id);
        imports.done(id, now.counts().wrong(), at);
        ledger.write("import.done", now.ref(), now.where(), reason, details(now));
    }

    private JdbcClient.StatementSpec sql(String sql, Import now, Instant at, String reason) {
        Actor actor = Actor.current();
        return db.sql(sql)
                .param("id", now.id())
                .param("kind", now.kind().code())
                .param("stage", now.kind().first().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("reason", reason);
    }

    /** Each still stands where it stood, and is still the importer's to keep. */
    private void checkHosts(List<StageRows.Host> hosts) {
        Map<UUID, Unit> now = units
                .findAll(hosts.stream().map(host -> host.where().unit()).toList())
                .stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        for (StageRows.Host host : hosts) {
            Unit unit = now.get(host.where().unit());
            if (unit == null
                    || !unit.jurisdiction().equals(host.where())
                    || !unit.name().equals(host.name())
                    || unit.level() != host.level()) {
                throw Refusal.conflict("exchange.changed-meanwhile");
            }
            Actor.current().require(Role.Power.EDIT, unit.jurisdiction());
        }
    }

    static Map<String, String> details(Import done) {
        return Map.of(
                "name", done.fileName(),
                "kind", done.kind().code(),
                "sha256", done.fileHash(),
                "entered", Integer.toString(done.counts().entered()),
                "revised", Integer.toString(done.counts().revised()),
                "same", Integer.toString(done.counts().same()),
                "left-out", Integer.toString(done.counts().wrong()));
    }
}
