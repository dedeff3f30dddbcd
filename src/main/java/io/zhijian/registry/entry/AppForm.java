package io.zhijian.registry.entry;

/** The three forms a government app takes (2026 measures, article 2). */
public enum AppForm {
    APP,
    MINI_PROGRAM,
    QUICK_APP;

    /** As rules and texts know it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String textKey() {
        return "registry.form." + code();
    }
}
