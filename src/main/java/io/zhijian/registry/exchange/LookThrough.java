package io.zhijian.registry.exchange;

import io.zhijian.base.Ids;
import io.zhijian.people.Unit;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.RowDerived;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.exchange.row.CellProblem;
import io.zhijian.registry.exchange.row.Identity;
import io.zhijian.registry.exchange.row.Known;
import io.zhijian.registry.exchange.row.Overlay;
import io.zhijian.registry.exchange.row.RowReader;
import io.zhijian.registry.exchange.sheet.Line;
import io.zhijian.registry.exchange.stage.KnownRows;
import io.zhijian.registry.exchange.stage.StagedRow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Looks through the rows of one import, a batch at a time: what taking each would do, and what is wrong with it. */
final class LookThrough {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SubjectKind kind;
    private final RowReader reader;
    private final KnownRows rows;
    private final Instant at;
    private final Known known = new Known();
    private final Set<UUID> learned = new HashSet<>();

    LookThrough(SubjectKind kind, RowReader reader, KnownRows rows, Instant at) {
        this.kind = kind;
        this.reader = reader;
        this.rows = rows;
        this.at = at;
    }

    /** What is to be stored of a batch: its rows, and the hosts met for the first time. */
    record Batch(List<Map<String, Object>> rows, Collection<Unit> hosts) {}

    Batch look(List<Line> lines) {
        List<RowReader.Read> reads = reader.read(lines);
        Map<UUID, Unit> hosts = new HashMap<>();
        for (RowReader.Read read : reads) {
            Unit host = read.host();
            if (host != null && learned.add(host.id())) {
                hosts.put(host.id(), host);
            }
        }
        if (!hosts.isEmpty()) {
            rows.learn(known, kind, hosts.keySet());
        }
        List<Shape.Read> alone = reads.stream()
                .map(read -> Overlay.lay(kind, null, read.typed()))
                .toList();
        List<Optional<Known.One>> found = alone.stream().map(this::find).toList();
        Map<UUID, Entry> entries = rows.entries(
                kind,
                found.stream()
                        .flatMap(Optional::stream)
                        .map(Known.One::subject)
                        .filter(Objects::nonNull)
                        .toList());
        List<Map<String, Object>> staged = new ArrayList<>(reads.size());
        for (int i = 0; i < reads.size(); i++) {
            // a row of the same batch may have come first
            Optional<Known.One> one = found.get(i).isPresent() ? found.get(i) : find(alone.get(i));
            staged.add(row(reads.get(i), alone.get(i), one.orElse(null), entries));
        }
        return new Batch(staged, hosts.values());
    }

    private Optional<Known.One> find(Shape.Read alone) {
        return Optional.ofNullable(Identity.of(alone.entry())).flatMap(known::find);
    }

    private Map<String, Object> row(
            RowReader.Read read, Shape.Read alone, Known.@Nullable One one, Map<UUID, Entry> entries) {
        UUID id = one == null ? null : one.subject();
        Entry before = id == null ? null : entries.get(id);
        Shape.Read result = before == null ? alone : Overlay.lay(kind, before, read.typed());
        List<CellProblem> problems = problems(read, result);
        if (one != null && one.taken() && problems.stream().noneMatch(CellProblem::blocks)) {
            problems.add(twice(one.row()[0]));
        }
        boolean wrong = problems.stream().anyMatch(CellProblem::blocks);
        State state = wrong
                ? State.WRONG
                : before == null ? State.ENTERED : result.entry().equals(before) ? State.SAME : State.REVISED;
        if (!wrong) {
            take(read, one, result.entry());
        }
        Map<String, Object> row = head(read, state, problems);
        if (state == State.ENTERED || state == State.REVISED) {
            UUID subject = id == null ? Ids.next() : id;
            row.put("subject", subject);
            row.put("base_version", one == null || before == null ? 0 : one.version());
            body(row, subject, read, result.entry());
        }
        return row;
    }

    private void take(RowReader.Read read, Known.@Nullable One one, Entry entry) {
        if (one != null) {
            one.row()[0] = read.number();
        } else {
            Identity identity = Identity.of(entry);
            if (identity != null) {
                known.add(identity, null, 0, false, read.number());
            }
        }
    }

    private CellProblem twice(int row) {
        return new CellProblem(
                reader.column(kind.shape().field("name").orElseThrow()),
                kind.shape().field("name").orElseThrow().textKey(),
                "exchange.cell.twice",
                List.of(Integer.toString(row)),
                true);
    }

    /** Each thing once: what the cell said already is not said again by the form. */
    private List<CellProblem> problems(RowReader.Read read, Shape.Read result) {
        List<CellProblem> problems = new ArrayList<>(read.problems());
        Set<String> told = new HashSet<>();
        read.problems().forEach(problem -> told.add(problem.field()));
        result.problems().stream()
                .filter(problem -> !told.contains(problem.field().textKey()))
                .map(problem -> RowReader.problem(reader.column(problem.field()), problem))
                .forEach(problems::add);
        return problems;
    }

    private static Map<String, Object> head(RowReader.Read read, State state, List<CellProblem> problems) {
        Map<String, Object> row = new LinkedHashMap<>();
        String name = read.text("name");
        row.put("number", read.number());
        row.put("state", state.name());
        row.put("name", name.length() > 100 ? name.substring(0, 100) : name);
        row.put("user_paths", read.users().stream().map(Unit::path).toList());
        row.put("problems", problems);
        row.put("to_complete", 0);
        row.put("search", "");
        row.put("core", "");
        return row;
    }

    private void body(Map<String, Object> row, UUID id, RowReader.Read read, Entry entry) {
        Unit host = Objects.requireNonNull(read.host());
        Subject subject = new Subject(
                id,
                kind,
                Provenance.OWN,
                entry.name(),
                entry.form(),
                host.level(),
                host.jurisdiction(),
                host.name(),
                "",
                "",
                kind.first(),
                1,
                at,
                entry);
        RowDerived derived = RowDerived.of(subject);
        row.put("name", entry.name());
        row.put("host", host.id());
        row.put("to_complete", derived.toComplete());
        row.put("search", derived.search());
        row.put("core", derived.core());
        if (entry.form() != null) {
            row.put("form", entry.form().name());
        }
        if (derived.endsOn() != null) {
            row.put("ends_on", derived.endsOn());
        }
        row.put("doc", JSON.readTree(kind.shape().document(entry)));
    }
}
