package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.people.Unit;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Options;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Says a field's value in the reader's words; unit names are looked up beforehand. */
public record Shown(Map<UUID, Unit> units) {

    public String value(Field field, String typed) {
        if (typed.isEmpty()) {
            return t("registry.answer.unknown");
        }
        Options options = field.options();
        if (options != null) {
            return options.words(typed);
        }
        return switch (field.kind()) {
            case ANSWER -> t("registry.answer." + code(typed));
            case CHECK -> t("registry.answer.yes");
            case UNIT -> unit(typed);
            case LINES -> String.join(t("registry.list-comma"), typed.split("\n"));
            default -> typed;
        };
    }

    public String unit(String id) {
        if (!Kind.UNIT.fits(id)) {
            return id;
        }
        Unit unit = units.get(UUID.fromString(id));
        return unit == null ? t("registry.unit-gone") : unit.name();
    }

    private static String code(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }
}
