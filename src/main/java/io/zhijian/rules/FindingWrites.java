package io.zhijian.rules;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.office.RuleTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes findings and their events, as many as there are in one round trip. */
@Component
class FindingWrites {

    private static final String GIVEN = """
            unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :names::text[], :rules::text[], :hashes::text[],
                :regulations::text[], :articles::int[], :severities::text[], :states::text[], :facts::text[], :params::text[],
                :opened::timestamptz[], :closed::timestamptz[], :reopened::int[], :reasons::text[], :bases::text[],
                :untils::date[], :units::uuid[], :paths::text[], :regions::text[], :lines::text[])
              as given (id, kind, subject, name, rule, hash, regulation, article, severity, state, facts, params, opened, closed,
                reopened, reason, basis, until, unit, path, region, line)
            """;

    private final JdbcClient db;
    private final RuleTexts rules;
    private final Clock clock;

    FindingWrites(JdbcClient db, RuleTexts rules, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.clock = clock;
    }

    void write(Changes changes, @Nullable UUID sweep) {
        // in one order everywhere, so that two sweeping at once do not wait for each other
        Stream.concat(changes.opened().stream(), changes.changed().stream())
                .map(Finding::rule)
                .distinct()
                .sorted(Comparator.comparing(Rule::hash))
                .forEach(rules::keep);
        insert(changes.opened());
        update(changes.changed());
        record(changes.moves(), sweep);
    }

    private void insert(List<Finding> findings) {
        if (!findings.isEmpty()) {
            bound("""
                    insert into rules.finding (id, subject_kind, subject_id, subject_name, rule_id, rule_hash, regulation, article,
                      severity, state, facts, params, opened_at, unit_id, unit_path, region, line)
                    select id, kind, subject, name, rule, hash, regulation, article,
                      severity, state, facts::jsonb, params::jsonb, opened, unit, path, region, line from
                    """ + GIVEN, findings).update();
        }
    }

    private void update(List<Finding> findings) {
        if (!findings.isEmpty()) {
            bound("""
                    update rules.finding f
                    set subject_name = name, rule_hash = hash, regulation = given.regulation, article = given.article,
                        severity = given.severity, state = given.state, facts = given.facts::jsonb, params = given.params::jsonb,
                        opened_at = opened, closed_at = closed, times_reopened = reopened, exempt_reason = reason,
                        exempt_basis = basis, exempt_until = until, unit_id = unit, unit_path = path, region = given.region,
                        line = given.line, version = version + 1
                    from
                    """ + GIVEN + " where f.id = given.id", findings).update();
        }
    }

    private JdbcClient.StatementSpec bound(String sql, List<Finding> findings) {
        return where(db.sql(sql), findings)
                .param("ids", ids(findings, Finding::id))
                .param("kinds", texts(findings, finding -> finding.subject().kind()))
                .param("subjects", ids(findings, finding -> finding.subject().id()))
                .param("names", texts(findings, Finding::subjectName))
                .param("rules", texts(findings, finding -> finding.rule().id()))
                .param("hashes", texts(findings, finding -> finding.rule().hash()))
                .param(
                        "regulations",
                        texts(findings, finding -> finding.rule().basis().regulation()))
                .param(
                        "articles",
                        numbers(findings, finding -> finding.rule().basis().article()))
                .param(
                        "severities",
                        texts(findings, finding -> finding.rule().severity().name()))
                .param("states", texts(findings, finding -> finding.state().name()))
                .param("facts", texts(findings, finding -> Canonical.text(finding.facts())))
                .param("params", texts(findings, finding -> Canonical.text(finding.params())))
                .param("opened", texts(findings, finding -> time(finding.openedAt())))
                .param("closed", texts(findings, finding -> time(finding.closedAt())))
                .param("reopened", numbers(findings, Finding::timesReopened))
                .param("reasons", texts(findings, exempted(Finding.Exemption::reason)))
                .param("bases", texts(findings, exempted(Finding.Exemption::basis)))
                .param(
                        "untils",
                        texts(findings, exempted(exemption -> exemption.until().toString())))
                .param("units", ids(findings, finding -> finding.where().unit()));
    }

    private void record(List<Changes.Made> moves, @Nullable UUID sweep) {
        if (moves.isEmpty()) {
            return;
        }
        Actor actor = Actor.current();
        List<Finding> findings = moves.stream().map(Changes.Made::finding).toList();
        Function<Changes.Made, Finding.@Nullable Exemption> given =
                made -> made.move() == FindingMove.EXEMPT ? made.finding().exemption() : null;
        where(db.sql("""
                        insert into rules.finding_event (id, finding_id, move, from_state, to_state, at, actor_kind, actor_id,
                          actor_name, reason, basis, until, rule_hash, facts, sweep_id, unit_path, region, line)
                        select id, finding, move, was, becomes, :at, :kind, :actor, :name,
                          reason, basis, until, hash, facts::jsonb, :sweep, path, region, line
                        from unnest(:ids::uuid[], :findings::uuid[], :moves::text[], :froms::text[], :tos::text[],
                               :reasons::text[], :bases::text[], :untils::date[], :hashes::text[], :facts::text[],
                               :paths::text[], :regions::text[], :lines::text[])
                          as given (id, finding, move, was, becomes, reason, basis, until, hash, facts, path, region, line)
                        """), findings)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("sweep", sweep)
                .param("ids", ids(moves, made -> Ids.next()))
                .param("findings", ids(findings, Finding::id))
                .param("moves", texts(moves, made -> made.move().name()))
                .param(
                        "froms",
                        texts(
                                moves,
                                made -> made.from() == null ? null : made.from().name()))
                .param("tos", texts(moves, made -> made.move().to().name()))
                .param("reasons", texts(moves, Changes.Made::reason))
                .param("bases", texts(moves, made -> each(given.apply(made), Finding.Exemption::basis)))
                .param(
                        "untils",
                        texts(
                                moves,
                                made -> each(
                                        given.apply(made),
                                        exemption -> exemption.until().toString())))
                .param("hashes", texts(findings, finding -> finding.rule().hash()))
                .param("facts", texts(findings, finding -> Canonical.text(finding.facts())))
                .update();
    }

    private static JdbcClient.StatementSpec where(JdbcClient.StatementSpec statement, List<Finding> findings) {
        return statement
                .param("paths", texts(findings, finding -> finding.where().path()))
                .param("regions", texts(findings, finding -> finding.where().region()))
                .param("lines", texts(findings, finding -> finding.where().line()));
    }

    private static Function<Finding, @Nullable String> exempted(Function<Finding.Exemption, String> part) {
        return finding -> each(finding.exemption(), part);
    }

    private static @Nullable String each(
            Finding.@Nullable Exemption exemption, Function<Finding.Exemption, String> part) {
        return exemption == null ? null : part.apply(exemption);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(Objects.requireNonNull(rows.get(i)));
        }
        return texts;
    }
}
