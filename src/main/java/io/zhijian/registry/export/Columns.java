package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;

import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppField;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.search.Details;
import io.zhijian.registry.search.Details.Detail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the columns of one export; a field stands under the same words as in its form, so that an import knows it. */
final class Columns {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** Names of units looked up before; the oldest are forgotten. */
    private static final int NAMES = 10_000;

    private final SubjectKind kind;
    private final Units units;
    private final Map<String, String> names = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > NAMES;
        }
    };

    Columns(SubjectKind kind, Units units) {
        this.kind = kind;
        this.units = units;
    }

    List<Column> of(Extent extent, Details details) {
        return extent == Extent.WHOLE ? whole() : listed(details);
    }

    private List<Column> listed(Details details) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(title(Field.NAME), line -> line.subject().name()));
        columns.add(Column.of(title(Field.HOST), line -> line.subject().hostName()));
        for (Detail detail : Detail.values()) {
            if (details.has(detail) && (detail != Detail.NUMBERS || kind == SubjectKind.APP)) {
                columns.addAll(detail(detail));
            }
        }
        return columns;
    }

    private List<Column> detail(Detail detail) {
        return switch (detail) {
            case STAGE -> List.of(stage());
            case FORM ->
                List.of(Column.of(title(kind == SubjectKind.APP ? "form" : "platform"), line -> form(line.subject())));
            case LEVEL -> List.of(level());
            case HEADLINES ->
                List.of(Column.of(
                        title(kind == SubjectKind.APP ? "functions[].name" : "purpose"),
                        line -> text(String.join("\n", line.subject().entry().headlines()))));
            case PLACE ->
                List.of(Column.of(
                        t(detail.textKey()), line -> text(line.subject().place())));
            case NUMBERS -> List.of(field(AppField.ICP_NUMBER), field(AppField.GOV_NUMBER));
            case MISSING -> List.of(Column.of(t(detail.textKey()), line -> missing(line.subject())));
            case CHANGED -> List.of(changed());
        };
    }

    /** Every field in the order of the form, then what the register knows besides. */
    private List<Column> whole() {
        List<Column> columns = new ArrayList<>();
        kind.shape().fields().forEach(field -> columns.add(field(field)));
        columns.addAll(List.of(level(), stage(), changed()));
        return columns;
    }

    private Column field(Field field) {
        return new Column(t(field.textKey()), field.couldRank(), line -> value(field, line));
    }

    private @Nullable Object value(Field field, Column.Line line) {
        if (field.isHost()) {
            return line.subject().hostName();
        }
        Typed typed = line.typed();
        if (field.group().isEmpty()) {
            return typed.has(field.key()) ? single(field, typed.get(field.key())) : null;
        }
        // rows of a group stand one under the other, so that the columns of a group read across
        boolean longTexts = field.kind() == Kind.TEXT;
        String rows = line.rows(field.group().get()).stream()
                .map(row -> words(field, typed.get(field.key(row))))
                .map(words -> longTexts ? words : words.replaceAll("\\R", " "))
                .collect(Collectors.joining(longTexts ? "\n" + Field.BETWEEN_TEXTS + "\n" : "\n"));
        return text(rows);
    }

    private Object single(Field field, String typed) {
        return switch (field.kind()) {
            case NUMBER -> Long.valueOf(typed);
            case DATE -> LocalDate.parse(typed);
            default -> words(field, typed);
        };
    }

    private String words(Field field, String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        if (field.options() != null) {
            return field.options().words(typed);
        }
        return switch (field.kind()) {
            case ANSWER -> t("registry.answer." + typed.toLowerCase(Locale.ROOT));
            case CHECK -> t("registry.answer.yes");
            case UNIT -> unit(typed);
            default -> typed;
        };
    }

    private String unit(String id) {
        if (!Kind.UNIT.fits(id)) {
            return id;
        }
        return names.computeIfAbsent(
                id,
                unknown -> units.find(UUID.fromString(id)).map(Unit::name).orElseGet(() -> t("registry.unit-gone")));
    }

    private Column level() {
        return Column.of(t("registry.level"), line -> {
            var level = line.subject().level();
            return level == null ? null : t(level.textKey());
        });
    }

    private Column stage() {
        return Column.of(
                t("registry.stage"),
                line -> line.subject().stage() == null ? null : t(line.subject().stageKey()));
    }

    private static Column changed() {
        return Column.of(t("search.detail.changed"), line -> day(line.subject().updatedAt()));
    }

    private static @Nullable Object form(Subject subject) {
        var form = subject.form();
        return form == null ? null : t(form.textKey());
    }

    private static @Nullable Object missing(Subject subject) {
        return subject.published() ? null : (long) subject.facts().toComplete().size();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OFFICE);
    }

    private static @Nullable Object text(String text) {
        return text.replace(Field.BETWEEN_TEXTS, "").isBlank() ? null : text;
    }

    private String title(String path) {
        return kind.shape().fields().stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .map(field -> t(field.textKey()))
                .orElseThrow();
    }
}
