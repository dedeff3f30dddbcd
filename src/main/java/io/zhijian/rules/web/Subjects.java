package io.zhijian.rules.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.SubjectRef;
import io.zhijian.rules.SubjectLinks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How subjects and their facts are called and where they stand, asked of the modules that keep them. */
@Component
class Subjects {

    private final Map<String, SubjectLinks> byKind = new HashMap<>();

    Subjects(ObjectProvider<SubjectLinks> links) {
        links.orderedStream().forEach(each -> byKind.put(each.kind(), each));
    }

    Optional<String> href(SubjectRef subject) {
        return links(subject.kind()).map(links -> links.href(subject.id()));
    }

    Optional<String> editHref(SubjectRef subject, String fact) {
        return links(subject.kind()).map(links -> links.editHref(subject.id(), fact));
    }

    String label(String kind, String fact) {
        return links(kind).map(links -> links.factLabel(fact)).orElse(fact);
    }

    /** A value in words; null is unknown. */
    String value(String kind, String fact, @Nullable Object value) {
        if (value == null) {
            return t("rules.value.unknown");
        }
        if (value instanceof Boolean flag) {
            return flag ? t("rules.value.yes") : t("rules.value.no");
        }
        return links(kind).map(links -> links.factValue(fact, value)).orElseGet(() -> String.valueOf(value));
    }

    private Optional<SubjectLinks> links(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
