package io.zhijian.registry.web.edit;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Problem;
import java.util.List;

/**
 * One field on a form, ready to show.
 *
 * @param choices for a choice: what may be chosen
 * @param sought for a unit: what was searched for
 */
public record Control(
        String key, Field field, String value, List<Problem> problems, List<Choice> choices, String sought) {

    /** One thing that may be chosen; further words help to tell like names apart. */
    public record Choice(String key, String value, String words, String more, boolean chosen) {}

    public String id() {
        return "f-" + key.replace('.', '-');
    }

    public String label() {
        return t(field.textKey());
    }

    public String hint() {
        return Texts.has(field.hintKey()) ? t(field.hintKey()) : "";
    }

    public String inputType() {
        return switch (field.kind()) {
            case DATE -> "date";
            case LINK -> "url";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    public boolean wrong() {
        return problems.stream().anyMatch(Problem::blocks);
    }

    /** Ids of the texts that describe the input, for readers who hear the page. */
    public @org.jspecify.annotations.Nullable String describedBy() {
        String ids = (hint().isEmpty() ? "" : id() + "-hint ") + (problems.isEmpty() ? "" : id() + "-problem");
        return ids.isBlank() ? null : ids.strip();
    }

    public boolean is(String kind) {
        return field.kind() == Kind.valueOf(kind);
    }

    public boolean choosesOne() {
        return switch (field.kind()) {
            case ANSWER, CHOICE -> true;
            default -> false;
        };
    }

    public int lines() {
        return field.max() > 1000 ? 6 : 3;
    }

    /** The browser stops a little later than the register, so that pasted text is told about rather than cut. */
    public int stopsAt() {
        return field.max() * 2 + 100;
    }
}
