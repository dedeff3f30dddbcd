package io.zhijian.registry.search;

import io.zhijian.registry.entry.Form;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed along; the code is both the parameter of the address and the name of the texts. */
public enum Facet {
    KIND("kind", row -> row.kind().code()),
    STAGE("stage", row -> name(row.stage())),
    FORM("form", row -> form(row.form())),
    LEVEL("level", row -> name(row.level())),
    PROVENANCE("provenance", row -> row.provenance().name()),
    TO_COMPLETE("toComplete", row -> row.toComplete() > 0 ? "true" : null),
    /** Whether a finding waits; known to the rules, not to the row. */
    FINDINGS("findings", row -> null);

    private final String code;
    private final Function<Listed, @Nullable String> value;

    Facet(String code, Function<Listed, @Nullable String> value) {
        this.code = code;
        this.value = value;
    }

    public String code() {
        return code;
    }

    @Nullable
    String of(Listed row) {
        return value.apply(row);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String form(@Nullable Form form) {
        return form == null ? null : form.name();
    }
}
