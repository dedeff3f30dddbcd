package io.zhijian.registry.exchange;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.files.Markings;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.match.Column;
import io.zhijian.registry.exchange.match.ColumnMatch;
import io.zhijian.registry.exchange.match.Columns;
import io.zhijian.registry.exchange.match.HeadingMemory;
import io.zhijian.registry.exchange.sheet.Guard;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportRows;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StageRows;
import io.zhijian.registry.exchange.stage.StagedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Brings spreadsheets into the register: each step is asked for by a person and may be looked at before the next. */
@Service
public class Imports {

    private final ImportRows rows;
    private final StageRows stage;
    private final ColumnMatch match;
    private final HeadingMemory memory;
    private final Markings markings;
    private final Runs runs;
    private final Clock clock;

    Imports(
            ImportRows rows,
            StageRows stage,
            ColumnMatch match,
            HeadingMemory memory,
            Markings markings,
            Runs runs,
            Clock clock) {
        this.rows = rows;
        this.stage = stage;
        this.match = match;
        this.memory = memory;
        this.markings = markings;
        this.runs = runs;
        this.clock = clock;
    }

    /** Takes a file in after it was found safe; its columns are understood as far as they can be. */
    @Transactional
    public Import bring(SubjectKind kind, String fileName, Path file) {
        Jurisdiction home = home();
        Guard.Passed passed = Guard.check(file, markings);
        Inspection look = Inspection.of(file, passed.format(), "", kind, match, memory.of(home, kind));
        byte[] content = bytes(file);
        Actor actor = Actor.current();
        Import made = new Import(
                Ids.next(),
                kind,
                home,
                actor.id(),
                actor.name(),
                fileName,
                hash(content),
                passed.format(),
                look.sheet(),
                look.columns(),
                ImportState.MATCHING,
                null,
                List.of(),
                look.rows(),
                0,
                new Import.Counts(0, 0, 0, 0, 0, 0),
                clock.instant(),
                null);
        rows.insert(made, content);
        return made;
    }

    /** The unit that imports belong to: that of the person who brings them. */
    private static Jurisdiction home() {
        Actor actor = Actor.current();
        Jurisdiction home = actor.homeUnit().orElseThrow(() -> Refusal.forbidden("access.out-of-reach"));
        actor.require(Role.Power.EDIT, home);
        return home;
    }

    @Transactional
    public Import get(UUID id) {
        runs.sweepUp();
        return rows.find(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
    }

    @Transactional
    public Paging<Import> list(int page) {
        runs.sweepUp();
        return rows.list(page);
    }

    @Transactional(readOnly = true)
    public Paging<StagedRow> wrong(UUID id, int page) {
        return stage.wrong(id, page);
    }

    @Transactional(readOnly = true)
    public Paging<StagedRow> likely(UUID id, int page) {
        return stage.likely(id, page);
    }

    @Transactional(readOnly = true)
    public List<String> sheets(UUID id) {
        Import now = find(id);
        try (TempFile file = TempFile.of(content(id))) {
            return Inspection.sheets(file.path(), now.format());
        }
    }

    /** Takes another sheet of the same file. */
    @Transactional
    public void chooseSheet(UUID id, String sheet) {
        Import now = held(id, ImportState.MATCHING);
        try (TempFile file = TempFile.of(content(id))) {
            Inspection look = Inspection.of(
                    file.path(), now.format(), sheet, now.kind(), match, memory.of(now.where(), now.kind()));
            rows.understood(id, look.sheet(), look.columns(), look.rows());
        }
    }

    /**
     * Sets what each column means, keeps it in mind for the unit, and begins to look through the rows.
     *
     * @param chosen column to field path, '' for none
     */
    @Transactional
    public void understand(UUID id, Map<Integer, String> chosen) {
        Import now = held(id, ImportState.MATCHING);
        Set<String> paths = new HashSet<>();
        now.kind().shape().fields().forEach(field -> paths.add(field.path()));
        List<Column> columns = now.columns().all().stream()
                .map(column -> {
                    String path = chosen.getOrDefault(column.index(), column.field());
                    return column.as(paths.contains(path) ? path : "");
                })
                .toList();
        Set<String> given = new HashSet<>();
        for (Column column : columns) {
            if (column.taken() && !given.add(column.field())) {
                throw Refusal.invalid("exchange.field-twice", column.heading());
            }
        }
        if (!given.contains("name")) {
            throw Refusal.invalid("exchange.name-missing");
        }
        Columns understood = new Columns(now.columns().header(), columns);
        memory.keep(now.where(), now.kind(), understood);
        rows.understood(id, now.sheet(), understood, now.total());
        begin(id, ImportState.MATCHING, ImportState.READING);
    }

    /** Enters the rows that can be; with {@code all}, refuses while a single one cannot. */
    @Transactional
    public void commit(UUID id, boolean all) {
        Import now = held(id, ImportState.CHECKED);
        if (all && now.counts().wrong() > 0) {
            throw Refusal.conflict("exchange.still-wrong", now.counts().wrong());
        }
        if (now.counts().good() == 0) {
            throw Refusal.conflict("exchange.nothing-to-do");
        }
        begin(id, ImportState.CHECKED, ImportState.WRITING);
    }

    @Transactional
    public void cancel(UUID id) {
        Import now = rows.lock(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
        if (now.state() != ImportState.MATCHING
                && now.state() != ImportState.READING
                && now.state() != ImportState.CHECKED) {
            throw Refusal.conflict("exchange.moved-on");
        }
        rows.end(id, ImportState.CANCELLED);
        stage.clear(id);
        rows.dropFile(id);
    }

    private void begin(UUID id, ImportState from, ImportState to) {
        if (!rows.set(id, from, to)) {
            throw Refusal.conflict("exchange.moved-on");
        }
        Import now = find(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (to == ImportState.READING) {
                    runs.read(now);
                } else {
                    runs.write(now);
                }
            }
        });
    }

    private Import find(UUID id) {
        return rows.find(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
    }

    private Import held(UUID id, ImportState state) {
        Import now = rows.lock(id).orElseThrow(() -> Refusal.notFound("exchange.unknown"));
        if (now.state() != state) {
            throw Refusal.conflict("exchange.moved-on");
        }
        return now;
    }

    byte[] content(UUID id) {
        return rows.file(id).orElseThrow(() -> Refusal.conflict("exchange.moved-on"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
