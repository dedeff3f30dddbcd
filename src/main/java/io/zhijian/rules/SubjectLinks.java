package io.zhijian.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Slot: the module that keeps a kind of subject tells where it is shown and mended, and how its facts are called. */
public interface SubjectLinks {

    String kind();

    /** The subject's own page. */
    String href(UUID id);

    /** The step of the entry in which this fact is mended. */
    String editHref(UUID id, String fact);

    /** A fact's name in the reader's language. */
    String factLabel(String fact);

    /** A fact's value in the reader's language, when it is a code such as a stage; null: shown as it is. */
    default @Nullable String factValue(String fact, Object value) {
        return null;
    }
}
