package io.zhijian.registry.entry;

import static io.zhijian.base.Texts.t;

import java.util.List;

/**
 * Something about one typed value that the writer should know.
 *
 * @param key the form key, such as functions.0.name
 * @param detail what the words need: figures, the kind of shape, the other field
 * @param blocks whether the entry cannot be handed in like this
 */
public record Problem(String key, Field field, String code, Object detail, boolean blocks) {

    public static Problem refusal(String key, Field field, String code, Object detail) {
        return new Problem(key, field, code, detail, true);
    }

    /** Of a field asked once, in words that need no detail. */
    public static Problem refusal(Field field, String code) {
        return refusal(field.key(), field, code, "");
    }

    /** In the reader's language, beside the field. */
    public String words() {
        return switch (detail) {
            case Kind kind -> t("registry.problem." + code, t(kind.textKey()));
            case List<?> figures -> t("registry.problem." + code, figures.toArray());
            default -> t("registry.problem." + code, detail);
        };
    }

    /** In the list on top: the field's name in front. */
    public String full() {
        return t("registry.problem.of-field", t(field.textKey()), words());
    }

    /** Where the field stands on its page. */
    public String anchor() {
        return "f-" + key.replace('.', '-');
    }
}
