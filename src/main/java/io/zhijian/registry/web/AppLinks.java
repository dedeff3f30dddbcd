package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.App;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Step;
import io.zhijian.rules.SubjectLinks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the findings' pages where an app is shown and mended, and how its facts are called. */
@Component
class AppLinks implements SubjectLinks {

    @Override
    public String kind() {
        return App.KIND;
    }

    @Override
    public String href(UUID id) {
        return "/apps/" + id;
    }

    @Override
    public String editHref(UUID id, String fact) {
        return fact.equals("stage") ? href(id) : editHref(id, FactFields.of(fact));
    }

    @Override
    public String factLabel(String fact) {
        return label(fact);
    }

    @Override
    public @Nullable String factValue(String fact, Object value) {
        String key = "registry.fact-value." + fact + "." + value;
        return switch (fact) {
            case "stage" -> t("registry.stage." + value);
            case "form" -> t("registry.form." + value);
            case "level" -> t("people.level." + value);
            default -> Texts.has(key) ? t(key) : null;
        };
    }

    static String label(String fact) {
        return t("registry.fact." + fact);
    }

    static String editHref(UUID id, Field field) {
        return stepHref(id, field.step()) + "#f-" + field.key().replace('.', '-');
    }

    static String stepHref(UUID id, Step step) {
        return "/apps/" + id + "/edit/" + step.path();
    }
}
