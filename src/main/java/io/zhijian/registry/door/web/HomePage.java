package io.zhijian.registry.door.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.door.Themes;
import java.util.List;
import java.util.Map;

/** The door's first page. */
public record HomePage(Reader reader, int entries, List<Theme> themes, boolean unreadable) {

    /** A theme with service items. */
    public record Theme(String code, String words, long items) {}

    /** Themes with the number of their items. */
    static List<Theme> themes(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(theme -> new Theme(theme.getKey(), t(Themes.textKey(theme.getKey())), theme.getValue()))
                .toList();
    }
}
