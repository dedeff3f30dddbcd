package io.zhijian.registry.app;

import io.zhijian.registry.entry.Form;
import io.zhijian.registry.entry.Options;

/** The three forms a government app takes (2026 measures, article 2). */
public enum AppForm implements Form {
    APP,
    MINI_PROGRAM,
    QUICK_APP;

    /** As a field offers them. */
    public static final Options OPTIONS = new Options(AppForm.class, "registry.form.");

    @Override
    public String textKey() {
        return "registry.form." + code();
    }
}
