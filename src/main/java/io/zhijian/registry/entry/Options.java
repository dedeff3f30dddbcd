package io.zhijian.registry.entry;

import static io.zhijian.base.Texts.t;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The constants a choice takes.
 *
 * @param texts what the text keys of the constants begin with, the dot included
 */
public record Options(Class<? extends Enum<?>> type, String texts) {

    public List<String> names() {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A constant in the reader's words. */
    public String words(String name) {
        return t(texts + name.toLowerCase(Locale.ROOT));
    }
}
