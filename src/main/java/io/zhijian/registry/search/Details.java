package io.zhijian.registry.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a list shows of each subject besides its name and host. */
public record Details(Set<Detail> shown) {

    /** One of them. */
    public enum Detail {
        STAGE,
        FORM,
        LEVEL,
        HEADLINES,
        PLACE,
        NUMBERS,
        MISSING,
        CHANGED;

        public String textKey() {
            return "search.detail." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Details USUAL = new Details(
            EnumSet.of(Detail.STAGE, Detail.FORM, Detail.LEVEL, Detail.HEADLINES, Detail.PLACE, Detail.CHANGED));

    /** For those who have chosen nothing. */
    public static Details usual() {
        return USUAL;
    }

    static Details of(String names) {
        return of(Arrays.asList(names.split(",")));
    }

    static Details of(Collection<String> names) {
        Set<Detail> shown = EnumSet.noneOf(Detail.class);
        for (Detail detail : Detail.values()) {
            if (names.contains(detail.name())) {
                shown.add(detail);
            }
        }
        return new Details(shown);
    }

    public boolean has(Detail detail) {
        return shown.contains(detail);
    }
}
