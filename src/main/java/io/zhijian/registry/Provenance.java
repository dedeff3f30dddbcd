package io.zhijian.registry;

import java.util.Locale;

/** Whose word an entry is. */
public enum Provenance {
    /** Declared by the host itself. */
    OWN,
    /** 公开资料·未经核实: taken from published sources; shown, never judged, changed by nobody. */
    PUBLISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String textKey() {
        return "registry.provenance." + code();
    }
}
