package io.zhijian.registry.web;

import io.zhijian.base.Refusal;
import io.zhijian.registry.SubjectKind;

/** The kind of subject that an address is about. */
public final class Kinds {

    /** How the addresses of all three begin. */
    public static final String PATH = "/{kinds:apps|accounts|groups}";

    private Kinds() {}

    public static SubjectKind of(String path) {
        return SubjectKind.named(path).orElseThrow(() -> Refusal.notFound("page.not-found"));
    }
}
