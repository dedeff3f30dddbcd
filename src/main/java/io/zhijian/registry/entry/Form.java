package io.zhijian.registry.entry;

import java.util.Locale;

/** What a subject is within its kind: the form of an app, the platform of an account or a group. */
public interface Form {

    String name();

    String textKey();

    /** As rules and texts know it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
