package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Step;
import io.zhijian.rules.SubjectLinks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the findings' pages where a subject of one kind is shown and mended, and how its facts are called. */
record RegistryLinks(SubjectKind which) implements SubjectLinks {

    @Override
    public String kind() {
        return which.code();
    }

    @Override
    public String href(UUID id) {
        return "/" + which.path() + "/" + id;
    }

    @Override
    public String editHref(UUID id, String fact) {
        return fact.equals("stage")
                ? href(id)
                : editHref(which, id, which.shape().fieldOfFact(fact));
    }

    @Override
    public String factLabel(String fact) {
        return label(which, fact);
    }

    @Override
    public @Nullable String factValue(String fact, Object value) {
        String key = which.textKey("fact-value." + fact + "." + value);
        return switch (fact) {
            case "stage" -> t(which.textKey("stage." + value));
            case "form" -> t("registry.form." + value);
            case "platform" -> t(which.textKey("platform." + value));
            case "level" -> t("people.level." + value);
            default -> Texts.has(key) ? t(key) : null;
        };
    }

    static String label(SubjectKind kind, String fact) {
        return t(kind.textKey("fact." + fact));
    }

    static String editHref(SubjectKind kind, UUID id, Field field) {
        return stepHref(kind, id, field.step()) + "#f-" + field.key().replace('.', '-');
    }

    static String stepHref(SubjectKind kind, UUID id, Step step) {
        return "/" + kind.path() + "/" + id + "/edit/" + step.path();
    }
}
